/** Gives the keyboard to the grid of the wire. */
export const focusGrid = () => document.querySelector<HTMLElement>('[data-wire] [role="grid"]')?.focus()
