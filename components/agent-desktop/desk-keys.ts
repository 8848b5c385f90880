/** How the desktop's keys are listened for: while something is typed, too, and before the browser takes them. */
export const deskKeys = { enableOnFormTags: true, preventDefault: true } as const
