/** The themes that can be chosen; `system` follows the reader's system. */
export const themes = ['system', 'light', 'dark', 'contrast'] as const

export type Theme = (typeof themes)[number]
