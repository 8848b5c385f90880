import type { PanelName } from '../ui-store.ts'

/** What somebody writes or chooses in; a check mark is set and done. */
const field = 'textarea, select, input:not([type="checkbox"], [type="radio"])'
const opened = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/** Whether the keyboard is in this panel. */
export const isFocusIn = (panel: PanelName): boolean =>
  document.getElementById(panel)?.contains(document.activeElement) ?? false

/**
 * Whether something would be taken out of the reader's hands if this panel made way for another: a window or a menu,
 * or a field in it. Whoever has just sent something is done with a field that is empty: a composer.
 */
export function isAtWorkIn(panel: PanelName, isOwnAct: boolean): boolean {
  const { activeElement } = document
  if (activeElement?.closest(opened)) return true
  if (!isFocusIn(panel) || !activeElement?.matches(field)) return false
  return !isOwnAct || !('value' in activeElement) || activeElement.value !== ''
}
