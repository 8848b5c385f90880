import { expect, type Page } from '@playwright/test'
import { themes } from './axe.ts'
import { fill, open, screens } from './screens.ts'
import { test } from './tester.ts'

/** How light the whole of what is painted is: 0 is black, 1 is white. */
async function lightness(page: Page): Promise<number> {
  const picture = (await page.screenshot()).toString('base64')
  const easel = await page.context().newPage()
  const light = await easel.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes]))
    const canvas = new OffscreenCanvas(64, 64).getContext('2d')
    if (!canvas) throw new Error('there is no canvas')
    canvas.drawImage(image, 0, 0, 64, 64)
    const colours = canvas.getImageData(0, 0, 64, 64).data.filter((_, index) => index % 4 !== 3)
    return colours.reduce((sum, value) => sum + value, 0) / colours.length / 255
  }, picture)
  await easel.close()
  return light
}

/** The shell has come to life. */
const isAlive = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-density', /./)

/** What was noted before each frame that was painted. */
const framesOf = (page: Page) => page.evaluate(() => (window as unknown as { frames: string[] }).frames)

for (const { theme, colorScheme, chosen } of [
  { theme: 'dark', colorScheme: 'light', chosen: 'dark' },
  { theme: 'dark', colorScheme: 'dark', chosen: 'system' },
  { theme: 'contrast', colorScheme: 'light', chosen: 'contrast' },
  { theme: 'light', colorScheme: 'dark', chosen: 'light' },
] as const)
  test(`with ${chosen} chosen in a ${colorScheme} system a reload is ${theme} from its first frame on`, async ({
    page,
    tester,
  }) => {
    const isFitting = async () => {
      const light = await lightness(page)
      return theme === 'light' ? light > 0.8 : light < 0.2
    }
    await page.emulateMedia({ colorScheme })
    await page.addInitScript(() => {
      const frames: string[] = []
      Object.assign(window, { frames })
      const note = () => {
        const { documentElement: root, body } = document
        if (body !== null) frames.push(`${root.dataset['theme']} ${getComputedStyle(root).backgroundColor}`)
        requestAnimationFrame(note)
      }
      requestAnimationFrame(note)
    })
    await page.goto(`${tester.url}/help`)
    await page.evaluate((name) => localStorage.setItem('theme', name), chosen)

    // What the page's own scripts would put right comes after it was painted.
    let letThrough = () => {}
    const painted = new Promise<void>((resolve) => (letThrough = resolve))
    await page.route(/\/_next\/static\/.*\.js/, async (route) => {
      await painted
      await route.fallback()
    })
    const reloaded = page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await isFitting()).toBe(true)
    letThrough()
    await reloaded
    await isAlive(page)
    expect(await isFitting()).toBe(true)
    const frames = await framesOf(page)
    expect(frames.length).toBeGreaterThan(1)
    expect([...new Set(frames)]).toEqual([expect.stringMatching(`^${theme} `)])
  })

test('the theme follows the system while the page is open, until one is chosen, and again when none is', async ({
  page,
  tester,
}) => {
  const html = page.locator('html')
  const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check()
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${tester.url}/settings`)
  await expect(html).toHaveAttribute('data-theme', 'light')
  await isAlive(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await expect(html).toHaveCSS('color-scheme', 'dark')

  await choose('Light')
  await expect(html).toHaveAttribute('data-theme', 'light')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(html).toHaveAttribute('data-theme', 'light')
  // Every page keeps it, also one without the shell.
  await page.goto(`${tester.url}/gmstester/chat.html`)
  await expect(html).toHaveAttribute('data-theme', 'light')

  await page.goto(`${tester.url}/settings`)
  await isAlive(page)
  await choose('As the system')
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(html).toHaveAttribute('data-theme', 'light')
})

test('a list has the chosen density from its first frame on', async ({ page, tester }) => {
  await page.addInitScript(() => {
    const frames: string[] = []
    Object.assign(window, { frames })
    const note = () => {
      const row = document.querySelector('main ul[aria-label="Configured services"] > li')
      if (row !== null) frames.push(String(row.getBoundingClientRect().height))
      requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
  await page.goto(`${tester.url}/settings`)
  await isAlive(page)
  await page.getByRole('radio', { name: 'Comfortable' }).check()
  await page.goto(`${tester.url}/services`)
  await expect(page.getByRole('list', { name: 'Configured services' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-density', 'comfortable')
  await expect.poll(async () => (await framesOf(page)).length).toBeGreaterThan(1)
  expect(new Set(await framesOf(page)).size).toBe(1)
})

/** What may move for longer than 150 ms: the name of its animation, and why. */
const mayMoveLonger: Readonly<Record<string, string>> = {
  spin: 'turns for as long as an answer is waited for',
  'poll-tick': 'fills up until the next poll',
  'row-fresh': 'fades once from the row that a press has caused',
}

/** What a style gives time to move: an animation by its name, anything else as `transition`; and how long, in milliseconds. */
const motion = (page: Page) =>
  page.evaluate(() => {
    const longest = (times: string) =>
      Math.max(...times.split(', ').map((time) => parseFloat(time) * (time.endsWith('ms') ? 1 : 1_000)))
    return [...document.querySelectorAll('*')].flatMap((element) =>
      [null, '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(element, part)
        return [
          { what: style.animationName, millis: longest(style.animationDuration) },
          { what: 'transition', millis: longest(style.transitionDuration) },
        ].filter(({ millis }) => millis > 0)
      }),
    )
  })

test('who wants no motion has another theme at once, in all that stands in it', async ({ page, tester }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, `${tester.url}/help`)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  // The one that is worn already comes last.
  for (const theme of themes.toReversed()) {
    // A colour that moved would hand itself down frame by frame, to the innermost text last.
    expect(
      await page.evaluate((worn) => {
        document.documentElement.setAttribute('data-theme', worn)
        // Colours are computed when they are asked for; only then does one begin to move.
        const colours = [...document.querySelectorAll('*')].map((one) => getComputedStyle(one).color)
        const moving = document.getAnimations().filter((one) => one instanceof CSSTransition)
        return [colours.length > 100, moving.length]
      }, theme),
      theme,
    ).toEqual([true, 0])
  }
})

test('nothing on any screen moves for more than 150 ms, and nothing at all for who wants no motion', async ({
  page,
  tester,
}) => {
  const { opened } = await fill(page, tester)
  let moving = 0
  for (const path of [...screens, ...opened]) {
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await open(page, `${tester.url}${path}`)
    const moves = await motion(page)
    moving += moves.length
    expect
      .soft(
        moves.filter(({ what, millis }) => millis > 150 && !(what in mayMoveLonger)),
        path,
      )
      .toEqual([])
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect
      .soft(
        (await motion(page)).filter(({ millis }) => millis >= 1),
        path,
      )
      .toEqual([])
  }
  // Else there would have been nothing to keep still.
  expect(moving).toBeGreaterThan(10)
})
