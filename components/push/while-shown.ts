/** What can be closed, once. */
interface Closable {
  close: () => void
}

/**
 * Keeps something open as long as the page is there: it is closed when the page goes, and opened anew when the browser
 * shows the page again as it was.
 */
export function openWhileShown(open: () => Closable, page: EventTarget): Closable {
  let opened = open()
  const putAside = () => opened.close()
  const comeBack = (event: Event) => {
    if ((event as PageTransitionEvent).persisted) opened = open()
  }
  page.addEventListener('pagehide', putAside)
  page.addEventListener('pageshow', comeBack)
  return {
    close: () => {
      page.removeEventListener('pagehide', putAside)
      page.removeEventListener('pageshow', comeBack)
      opened.close()
    },
  }
}
