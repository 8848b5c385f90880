/**
 * Sets the theme before there is a body, and so before anything is painted. What `next-themes` does for that stands in
 * the body and waits there for the style sheet, as a frame does: the frame may come first, and is light. A browser that
 * keeps nothing for the page follows the system.
 */
export const themeScript = `let chosen = null
try { chosen = localStorage.getItem('theme') } catch {}
const isDark = matchMedia('(prefers-color-scheme: dark)').matches
document.documentElement.dataset.theme = chosen && chosen !== 'system' ? chosen : isDark ? 'dark' : 'light'`
