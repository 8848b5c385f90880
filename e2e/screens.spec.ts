import { expect, type Page } from '@playwright/test'
import { expectClean } from './axe.ts'
import { clipped, sideways } from './overflow.ts'
import { fill, further, open, panels, screens } from './screens.ts'
import { startChat } from './start-chat.ts'
import { widths } from './states.ts'
import { takeNextStep, test } from './tester.ts'

for (const width of widths)
  test(`[1.4.10] axe finds nothing on any screen in any theme, and none scrolls sideways, ${width} pixels wide`, async ({
    page,
    tester,
  }) => {
    test.slow()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const { opened } = await fill(page, tester)
    await page.setViewportSize({ width, height: 900 })
    for (const path of [...screens, ...opened, ...further, ...(width === 320 ? panels : [])]) {
      await open(page, `${tester.url}${path}`)
      await expectClean(page, path)
      expect.soft(await sideways(page), `${path}, sideways`).toBeLessThanOrEqual(0)
    }
  })

test('[2.4.2] [3.1.1] [3.2.3] [3.2.6] every screen has a title of its own, its language, and the navigation in its place', async ({
  page,
  tester,
}) => {
  const titles = new Set<string>()
  for (const path of screens) {
    await open(page, `${tester.url}${path}`)
    titles.add(await page.title())
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    if (path === '/wallboard' || path === '/gmstester/chat.html') continue
    const names = await page
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('link')
      .allInnerTexts()
    expect(names.map((name) => name.trim())).toEqual([
      'Workbench',
      'Agent',
      'Queue',
      'Wire',
      'Callbacks',
      'Services',
      'Connect',
      'Wallboard',
      'Help',
      'Settings',
    ])
  }
  expect(titles.size).toBe(screens.length)
})

/** Rows whose text stands beyond them, or that stand over each other. */
const brokenRows = (page: Page) =>
  page.evaluate(() => {
    const broken = new Set<string>()
    for (const row of document.querySelectorAll<HTMLElement>('main :is(tr, [role="row"])')) {
      const box = row.getBoundingClientRect()
      if (box.height === 0 || row.closest('.sr-only')) continue
      const before = row.previousElementSibling?.getBoundingClientRect()
      const isOver = before !== undefined && before.height > 0 && before.bottom > box.top + 2
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
      let isBeyond = false
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.textContent?.trim() === '' || node.parentElement?.closest('.sr-only')) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const text = range.getBoundingClientRect()
        if (text.height > 0 && (text.bottom > box.bottom + 2 || text.top < box.top - 2)) isBeyond = true
      }
      if (isOver || isBeyond) broken.add(row.innerText.replaceAll(/\s+/g, ' ').slice(0, 60))
    }
    return [...broken].slice(0, 3)
  })

test('[1.4.4] [1.4.12] text at twice its size, and with wide spacing, stays on the page and in its row', async ({
  page,
  tester,
}) => {
  const { opened } = await fill(page, tester)
  await page.setViewportSize({ width: 1280, height: 900 })
  // Before anything is drawn, as the reader's own setting is.
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      'html { font-size: 200% } * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    )
    document.adoptedStyleSheets = [sheet]
  })
  for (const path of [...screens, ...opened]) {
    await open(page, `${tester.url}${path}`)
    expect.soft(await sideways(page), path).toBeLessThanOrEqual(0)
    expect.soft(await brokenRows(page), `${path}: rows`).toEqual([])
  }
})

/** Everything that the APIs answer to the page, as one text: data and sentences that are no words of the page. */
function listen(page: Page, isCollected: (key: string) => boolean = () => true): () => string {
  const answers: string[] = []
  const collect = (value: unknown, key = ''): void => {
    if (typeof value === 'string' && isCollected(key)) answers.push(value)
    else if (value !== null && typeof value === 'object')
      for (const [name, part] of Object.entries(value)) collect(part, Array.isArray(value) ? key : name)
  }
  page.on('response', (response) => {
    if (response.headers()['content-type']?.includes('json'))
      void response.json().then(
        (answer) => collect(answer),
        () => undefined,
      )
  })
  return () => answers.join('\n')
}

/** Text of ours that was not made strange. What crosses the wire is code. */
const untranslated = (page: Page) =>
  page.evaluate(() => {
    const found = new Set<string>()
    const exempt =
      'code, kbd, pre, samp, time, script, style, svg, textarea, option, [lang="en"]:not(html), [data-wire], .font-mono'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const parent = node.parentElement
      if (!parent || parent.closest(exempt) || !/[a-z]{3,} [a-z]{2,}/.test(text)) continue
      if (!/[áéíóúñçšžý[\]·]/i.test(text)) found.add(text.slice(0, 60))
    }
    // What is only heard, or only shown over it. A choice that is sent as it stands is code.
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], option'))
      for (const text of [
        element.getAttribute('aria-label'),
        element.getAttribute('title'),
        element.getAttribute('placeholder'),
        element instanceof HTMLOptionElement && element.value !== element.text ? element.text : null,
      ])
        if (text !== null && !element.closest('[lang="en"]:not(html)') && /[a-z]{3,} [a-z]{2,}/.test(text))
          if (!/[áéíóúñçšžý[\]·]/i.test(text)) found.add(text.slice(0, 60))
    return [...found]
  })

test('the look for cut text finds it, and passes over what is said whole elsewhere', async ({ page }) => {
  const box = (text: string, style: string, title = '') =>
    `<p style="overflow: hidden; white-space: nowrap; width: 60px; ${style}" title="${title}">${text}</p>`
  await page.setContent(
    [
      box('Cut off without a word', ''),
      box('Shortened, and told nowhere', 'text-overflow: ellipsis'),
      box('Shortened, and told', 'text-overflow: ellipsis', 'Shortened, and told'),
      box('Heard only by readers', 'width: 1px'),
      '<div style="width: 2000px">Too broad</div>',
    ].join(''),
  )
  expect(await clipped(page)).toEqual(['Cut off without a word', 'Shortened, and told nowhere'])
  expect(await sideways(page)).toBeGreaterThan(0)
})

for (const width of widths)
  test(`in the pseudo-locale no screen shows text that is clipped or was never translated, ${width} pixels wide`, async ({
    page,
    tester,
    context,
  }) => {
    test.slow()
    const answered = listen(page)
    const { opened } = await fill(page, tester)
    await context.addCookies([{ name: 'gms-tester-language', value: 'en-XA', url: tester.url }])
    const look = async (place: string) => {
      const ours = (await untranslated(page)).filter((text) => !answered().includes(text))
      expect.soft(ours, `${place}: untranslated`).toEqual([])
      expect.soft(await clipped(page), `${place}: clipped`).toEqual([])
      expect.soft(await sideways(page), `${place}: sideways`).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width, height: 900 })
    for (const path of [...screens, ...opened, ...further, ...(width === 320 ? panels : [])]) {
      await open(page, `${tester.url}${path}`)
      await look(path)
    }
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
    await look('palette')
    await page.route(/\/gmstester\/api\/(?:callbacks|agents|queues)\b/, (route) => route.abort())
    for (const path of ['/callbacks', '/agent', '/?panel=queue']) {
      await page.goto(`${tester.url}${path}`)
      await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible()
      await look(`${path}, failed`)
    }
  })

/** The keys of the tester's API whose values are sentences, and English on every page. */
const sentenceKeys = [
  'text',
  'waitingFor',
  'sentence',
  'ruleText',
  'explanation',
  'description',
  'what',
  'expected',
  'documented',
  'fix',
  'message',
  'notOfferedBecause',
]

/** Texts of three words or more that are not marked as English. */
const notMarked = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const exempt = node.parentElement?.closest(
        '[lang="en"], code, pre, [role="log"], script, style, textarea',
      )
      const text = node.textContent?.trim() ?? ''
      if (!exempt && /\S+ \S+ \S+/.test(text)) found.push(text)
    }
    return found
  })

/** What is marked as English. */
const marked = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[lang="en"]')]
      .map((element) => element.textContent?.trim() ?? '')
      .filter((text) => text !== ''),
  )

/** Of these texts those that are, or have in them, a sentence of the API. */
const saidIn = (texts: readonly string[], said: string): string[] => {
  const sentences = said.split('\n').filter((sentence) => /\S+ \S+ \S+/.test(sentence))
  return texts.filter((text) => said.includes(text) || sentences.some((sentence) => text.includes(sentence)))
}

test('[3.1.2] in German every screen says it is German, and what the API says in English is marked', async ({
  page,
  tester,
  context,
}) => {
  const said = listen(page, (key) => sentenceKeys.includes(key))
  const { serviceId, opened } = await fill(page, tester)
  await context.addCookies([{ name: 'gms-tester-language', value: 'de', url: tester.url }])
  const sentences = new Set<string>()
  for (const path of [...screens, ...opened]) {
    await open(page, `${tester.url}${path}`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    expect.soft(saidIn(await notMarked(page), said()), path).toEqual([])
    for (const text of saidIn(await marked(page), said())) sentences.add(text)
  }
  // There was something to mark: rules and refusals are quoted.
  expect(sentences.size).toBeGreaterThan(0)
  await open(page, `${tester.url}/callbacks/${serviceId}`)
  const why = (await tester.api('GET', `/callbacks/${serviceId}/why`)) as { ruleText: string }
  expect(await marked(page)).toContain(why.ruleText)
  const events = page.getByRole('list', { name: 'Zeitleiste' })
  await expect(events.getByText('Der Kunde hat den Chat angelegt.').last()).toBeVisible()
  await open(page, `${tester.url}/queue`)
  for (const words of ['Kein Agent der Gruppe Billing ist frei', 'Es meint: ein Agent der Gruppe Billing.'])
    await expect(page.getByText(words).first()).toBeVisible()
  await page.goto(tester.url)
  await expect(page.getByRole('navigation', { name: 'Hauptnavigation' })).toBeVisible()
})

test('in German what is opened and what fails marks the API’s sentences as English too', async ({
  page,
  tester,
  context,
}) => {
  const said = listen(page, (key) => sentenceKeys.includes(key))
  const ours = async (place: string) => {
    expect.soft(saidIn(await notMarked(page), said()), place).toEqual([])
    expect.soft(saidIn(await marked(page), said()), `${place}: marked`).not.toEqual([])
  }
  await context.addCookies([{ name: 'gms-tester-language', value: 'de', url: tester.url }])
  await page.goto(tester.url)
  await takeNextStep(page)
  await page.getByText('Fehlverhalten', { exact: true }).click()
  await page.getByRole('button', { name: 'Falsche ID' }).click()
  await expect(page.locator('#customer').getByRole('region', { name: 'Was dabei herauskam' })).toBeVisible()
  expect.soft(saidIn(await notMarked(page), said()), 'something done wrong').toEqual([])
  const { items } = (await tester.api('GET', '/traffic?limit=100')) as {
    items: { number: number; status: number | null }[]
  }
  const refused = items.find(({ status }) => status !== null && status >= 400)
  await open(page, `${tester.url}/wire/${refused?.number}`)
  await expect(page.getByRole('heading', { name: 'Warum es abgelehnt wurde' })).toBeVisible()
  await ours('a refused row')
  const error = { code: 'storage-failed', message: 'Nothing can be kept any more.', details: [] }
  await page.route(/\/gmstester\/api\/clock$/, (route) =>
    route.request().method() === 'GET'
      ? route.fallback()
      : route.fulfill({ status: 503, contentType: 'application/json', body: JSON.stringify({ error }) }),
  )
  await page.getByRole('button', { name: 'Uhr anhalten' }).click()
  await expect(page.getByRole('region', { name: 'Hinweise' }).getByText(error.message)).toBeVisible()
  await ours('the clock')
})

test('in German an agent’s desktop says in German why no chat comes, and where a chat cannot go', async ({
  page,
  tester,
  context,
}) => {
  const said = listen(page, (key) => sentenceKeys.includes(key))
  await context.addCookies([{ name: 'gms-tester-language', value: 'de', url: tester.url }])
  await tester.api('POST', '/agents/ben/state', { state: 'not-ready', reason: 'lunch break' })
  await tester.api('POST', '/agents/anna/state', { state: 'ready' })
  const mia = await startChat(tester, 'Mia')
  await tester.api('POST', `/agents/anna/interactions/${mia.id}/accept`)
  await open(page, `${tester.url}/agent?agent=anna`)
  await page.getByRole('button', { name: 'Weitergeben', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: /^Ben/ }).getByText('Ben ist nicht bereit')).toBeVisible()
  expect(await marked(page)).toContain('lunch break')
  expect.soft(saidIn(await notMarked(page), said()), 'transfer').toEqual([])
  await open(page, `${tester.url}/agent?agent=ben`)
  await expect(page.getByRole('button', { name: 'Bereit werden' })).toBeVisible()
  await expect(
    page.getByText('Ben ist nicht bereit (lunch break). Wer bereit ist, bekommt Chats.'),
  ).toBeVisible()
  expect.soft(saidIn(await notMarked(page), said()), 'idle').toEqual([])
})

test('[2.4.5] the palette opens by Ctrl K, finds a page, and makes an agent ready', async ({
  page,
  tester,
}) => {
  await page.goto(tester.url)
  await page.getByText('Live').waitFor()
  const palette = page.getByRole('combobox', { name: 'Search or run' })
  // The keys come while the page is brought to life.
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(palette).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await palette.fill('anna ready')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Done: Make Anna ready')).toBeVisible()
  const agents = (await tester.api('GET', '/agents')) as { id: string; state: string }[]
  expect(agents.find(({ id }) => id === 'anna')?.state).toBe('ready')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or run' }).fill('wire')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/wire/)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await expect(page).toHaveURL(/\/(\?|$)/)
})
