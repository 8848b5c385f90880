import { useUiStore, type PanelName } from '../ui-store.ts'

/** So many frames a page may take to come. */
const framesMax = 300

/** Brings a panel of the workbench to the front and the keyboard to it, as soon as the page is there. */
export function focusPanel(panel: PanelName) {
  useUiStore.getState().selectPanel(panel)
  focusWhenThere(() => (window.location.pathname === '/' ? panelThere(panel) : null))
}

/** The panel; what only keeps its place until it is loaded goes again, and would take the keyboard with it. */
function panelThere(panel: PanelName): HTMLElement | null {
  const element = document.getElementById(panel)
  return element?.querySelector('[data-awaited]') ? null : element
}

/** Brings the keyboard to the control of the next step of this name, as soon as it is there. */
export function focusNextStep(name: string) {
  focusWhenThere(() => document.querySelector<HTMLElement>(`[data-next-step="${CSS.escape(name)}"]`))
}

/** The search that goes on, if any. */
const going: { search: AbortController | null } = { search: null }

/** Whoever presses something meanwhile has gone elsewhere, and keeps the keyboard. */
function focusWhenThere(find: () => HTMLElement | null) {
  going.search?.abort()
  const search = new AbortController()
  going.search = search
  const stop = () => search.abort()
  let frames = 0
  const look = () => {
    if (search.signal.aborted) return
    if (frames === 0)
      for (const type of ['keydown', 'pointerdown'])
        window.addEventListener(type, stop, { capture: true, signal: search.signal })
    const element = find()
    frames += 1
    if (!element && frames < framesMax) return void window.requestAnimationFrame(look)
    stop()
    element?.focus()
  }
  window.requestAnimationFrame(look)
}
