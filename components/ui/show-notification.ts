/** Shows something outside the browser; whoever presses it is brought to the page. Where it cannot be shown, nothing is. */
export function showNotification(title: string, body: string, tag: string) {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return
  try {
    const notification = new Notification(title, { body, tag })
    notification.addEventListener('click', () => window.focus())
  } catch {
    // Browsers of phones grant it, and leave the showing to a service worker. The page itself shows the same.
  }
}
