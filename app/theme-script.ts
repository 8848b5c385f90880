/**
 * Sets the theme before there is a body, and so before anything is painted. What `next-themes` does for that stands in
 * the body and waits there for the style sheet, as a frame does: the frame may come first, and is light.
 */
export const themeScript = `try {
  const chosen = localStorage.getItem('theme') || 'system'
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.dataset.theme = chosen === 'system' ? (isDark ? 'dark' : 'light') : chosen
} catch {}`
