import { useUiStore, type PanelName } from '../ui-store.ts'

/** So many frames a page may take to come. */
const framesMax = 300

/** Brings a panel of the workbench to the front and the keyboard to it, as soon as the page is there. */
export function focusPanel(panel: PanelName) {
  useUiStore.getState().selectPanel(panel)
  let frames = 0
  const look = () => {
    const element = window.location.pathname === '/' ? document.getElementById(panel) : null
    if (element) return element.focus()
    frames += 1
    if (frames < framesMax) window.requestAnimationFrame(look)
  }
  window.requestAnimationFrame(look)
}
