import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
// Axe counts it among its experiments, which no tag above brings: 2.5.3, label in name.
const further = { 'label-content-name-mismatch': { enabled: true } }

// They hand the focus on at once, and never keep it: https://github.com/dequelabs/axe-core/issues/4832
const guards = '[data-base-ui-focus-guard]'

export const themes = ['light', 'dark', 'contrast'] as const

type Theme = (typeof themes)[number]

/** Puts the theme on, as the page does when it is chosen, and lets colours that move there arrive. */
export const wear = (page: Page, theme: Theme): Promise<void> =>
  page.evaluate(async (chosen) => {
    document.documentElement.setAttribute('data-theme', chosen)
    const moving = () => document.getAnimations().filter((one) => one instanceof CSSTransition)
    // A colour that has arrived may set another in motion, of what inherits it; but not for ever.
    for (let rounds = 0, still = moving(); still.length > 0; rounds += 1, still = moving()) {
      if (rounds > 50) throw new Error(`${still.length} of the page go on moving`)
      await Promise.allSettled(still.map(({ finished }) => finished))
    }
  }, theme)

/**
 * What axe finds in the theme that is on. What a theme changes is colours, so that all else is looked at in one; and
 * there, where only one part of the page is new, this part.
 */
export async function findings(page: Page, theme: Theme, part?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).exclude(guards)
  if (theme === 'light') axe.options({ rules: further }).withTags(tags)
  else axe.include(part ?? 'html').withRules(['color-contrast'])
  const { violations } = await axe.analyze()
  return violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

/** Axe finds nothing on the page as it stands, in any theme; `where` names it when it does. `part` is what is new in it. */
export async function expectClean(page: Page, where: string, part?: string): Promise<void> {
  for (const theme of themes) {
    await wear(page, theme)
    expect.soft(await findings(page, theme, part), `${where}, ${theme}`).toEqual([])
  }
}
