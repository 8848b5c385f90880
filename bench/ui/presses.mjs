import { keepDelays, percentile95, takeDelays } from './delays.mjs'

const rounds = 20
const rowsWanted = 200
const query = 'user:bench'

/** What is done in each round, on the page that the one before has left. */
const acts = {
  'typing in the search of the wire': async (page) => {
    const search = page.getByRole('combobox', { name: 'Search the wire' })
    await search.press('ControlOrMeta+a')
    await search.pressSequentially(query, { delay: 40 })
    await search.press('ControlOrMeta+a')
    await search.press('Delete')
    await search.press('Escape')
  },
  'opening a row of the wire': async (page) => {
    const rows = page.locator('[role="grid"] tr[data-index]')
    await rows.nth(3).click()
    await page.locator('[role="grid"] tr[aria-selected="true"]').waitFor()
    await page.getByRole('grid').press('ArrowDown')
    await page.getByRole('grid').press('Escape')
  },
  'changing the page by the rail': async (page) => {
    for (const name of ['Queue', 'Callbacks', 'Agent', 'Workbench', 'Wire']) {
      await page
        .getByRole('navigation', { name: 'Main navigation' })
        .getByRole('link', { name, exact: true })
        .click()
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor({ state: 'attached' })
    }
    await page.locator('[role="grid"] tr[data-index]').first().waitFor()
  },
  'opening the palette and typing in it': async (page) => {
    await page.keyboard.press('ControlOrMeta+k')
    const palette = page.getByRole('combobox', { name: 'Search or run' })
    await palette.pressSequentially('queue', { delay: 40 })
    await palette.press('Escape')
    await palette.waitFor({ state: 'detached' })
  },
}

/** How long other presses than those of the customer's flow take to show, each kind by itself. */
export async function presses({ url, browser }) {
  for (let row = 0; row < rowsWanted; row += 1) {
    const answer = await fetch(`${url}/genesys/1/service/none/check-queue-position`, {
      headers: { gms_user: 'bench' },
    })
    await answer.arrayBuffer()
  }
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await keepDelays(page)
  await page.goto(`${url}/wire`)
  await page.locator('[role="grid"] tr[data-index]').first().waitFor()
  const delays = new Map(Object.keys(acts).map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const [name, act] of Object.entries(acts)) {
      await act(page)
      delays.get(name).push(...(await takeDelays(page)))
    }
  await page.context().close()
  return [...delays].map(([name, found]) => ({
    what: `${name}: interaction to next paint, 95 % of the ${found.length} that took 16 ms and more`,
    measured: percentile95(found),
    unit: 'ms',
    goal: 120,
    isMost: true,
  }))
}
