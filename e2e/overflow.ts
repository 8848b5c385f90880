import type { Page } from '@playwright/test'

/** How many pixels the page would have to be scrolled sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** The beginnings of the texts that a box cuts off without saying them whole elsewhere. */
export const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>()
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { overflowX, textOverflow } = getComputedStyle(element)
      const isForReadersOnly = element.clientWidth <= 1 || element.closest('.sr-only') !== null
      const isCut = element.scrollWidth > element.clientWidth + 1 && element.childElementCount === 0
      if (overflowX !== 'hidden' || isForReadersOnly || !isCut || !element.innerText?.trim()) continue
      // The whole of what ends in “…” stands in its title; code, and a row of the wire, open to it.
      const told = element.closest<HTMLElement>('[title], [data-tip], code, [role="grid"] tbody')
      const isTold =
        told?.matches('code, tbody') || `${told?.title} ${told?.dataset.tip}`.includes(element.innerText)
      if (!(textOverflow === 'ellipsis' && isTold)) found.add(element.innerText.slice(0, 60))
    }
    return [...found]
  })
