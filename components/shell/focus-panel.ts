import { useUiStore, type PanelName } from '../ui-store.ts'

/** So many frames a page may take to come. */
const framesMax = 300

/** Brings a panel of the workbench to the front and the keyboard to it, as soon as the page is there. */
export function focusPanel(panel: PanelName) {
  useUiStore.getState().selectPanel(panel)
  focusWhenThere(() => (window.location.pathname === '/' ? document.getElementById(panel) : null))
}

/** Brings the keyboard to the control of the next step of this name, as soon as it is there. */
export function focusNextStep(name: string) {
  focusWhenThere(() => document.querySelector<HTMLElement>(`[data-next-step="${CSS.escape(name)}"]`))
}

function focusWhenThere(find: () => HTMLElement | null) {
  let frames = 0
  const look = () => {
    const element = find()
    if (element) return element.focus()
    frames += 1
    if (frames < framesMax) window.requestAnimationFrame(look)
  }
  window.requestAnimationFrame(look)
}
