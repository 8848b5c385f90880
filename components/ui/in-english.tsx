import type { ReactNode } from 'react'

/** A sentence of the API, which is English on every page (WCAG 3.1.2); for `t.rich` too, as the tag `<api>`. */
export const inEnglish = (words: ReactNode) => <span lang="en">{words}</span>
