import { expect, type Locator, type Page, type TestInfo } from '@playwright/test'
import { findings, themes, wear } from './axe.ts'
import { clipped, sideways } from './overflow.ts'

export const widths = [1440, 320] as const

/** A state of a place: its name, and what is to be seen of it. */
export interface State {
  name: string
  /** Found anew at each width: panels that stand side by side on a broad screen stand behind tabs on a narrow one. */
  shown: () => Locator
  /** The panel of the workbench that has to be chosen on a narrow screen. */
  panel?: 'Customer' | 'Queue' | 'Agent' | 'Wire' | undefined
  /** One width only, for what another layout would draw anew. */
  width?: 1440 | 320
}

/**
 * Looks at a state in each theme and at both widths: what tells of it is in view, nothing scrolls sideways, no text is
 * cut off, and axe finds nothing. A picture of each goes to the report.
 */
export async function keep(
  page: Page,
  info: TestInfo,
  { name, shown, panel, width: only }: State,
): Promise<void> {
  for (const width of only === undefined ? widths : [only]) {
    await page.setViewportSize({ width, height: 900 })
    if (panel !== undefined && width === 320)
      await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: panel }).click()
    // It may be drawn anew meanwhile, with the same words.
    await expect(() => shown().first().scrollIntoViewIfNeeded({ timeout: 2_000 })).toPass()
    for (const theme of themes) {
      await wear(page, theme)
      const where = `${name}, ${theme}, ${width} pixels wide`
      await expect.soft(shown().first(), where).toBeInViewport()
      expect.soft(await sideways(page), `${where}: sideways`).toBeLessThanOrEqual(0)
      expect.soft(await clipped(page), `${where}: clipped`).toEqual([])
      expect.soft(await findings(page, theme, panel && `#${panel.toLowerCase()}`), where).toEqual([])
      const body = await page.screenshot({ animations: 'disabled' })
      await info.attach(where, { body, contentType: 'image/png' })
    }
  }
  if (only === undefined) await page.setViewportSize({ width: 1440, height: 900 })
}
