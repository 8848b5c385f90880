import type { Messages } from '../messages/translate.ts'

export type ShortcutScope = keyof Messages['shortcuts']['scopes']
export type ShortcutAction = keyof Messages['shortcuts']['actions']

export interface Shortcut {
  scope: ShortcutScope
  action: ShortcutAction
  /**
   * The keys as `react-hotkeys-hook` takes them with `useKey`: `mod+k`, `g>w` for one after the other. Several ways to say the same
   * stand beside each other.
   */
  keys: readonly string[]
  /** A single letter: works only while its region has the focus, and can be switched off (WCAG 2.1.4). */
  isLetter?: boolean
}

/** Every key the product listens to: the help lists them from here. */
export const shortcuts: readonly Shortcut[] = [
  { scope: 'everywhere', action: 'palette', keys: ['mod+k'] },
  { scope: 'everywhere', action: 'shortcuts', keys: ['?'], isLetter: true },
  { scope: 'everywhere', action: 'goWorkbench', keys: ['g>w'], isLetter: true },
  { scope: 'everywhere', action: 'goAgent', keys: ['g>a'], isLetter: true },
  { scope: 'everywhere', action: 'goQueue', keys: ['g>q'], isLetter: true },
  { scope: 'everywhere', action: 'goWire', keys: ['g>t'], isLetter: true },
  { scope: 'everywhere', action: 'goCallbacks', keys: ['g>s'], isLetter: true },
  { scope: 'everywhere', action: 'goServices', keys: ['g>v'], isLetter: true },
  { scope: 'everywhere', action: 'goConnect', keys: ['g>n'], isLetter: true },
  // While there are notices: they stand at the end of the page, and some go after 20 s. Without them it is the browser's.
  { scope: 'everywhere', action: 'notices', keys: ['f6'] },
  { scope: 'everywhere', action: 'clockPause', keys: ['mod+.'] },
  { scope: 'everywhere', action: 'clockNext', keys: ['mod+shift+.'] },
  { scope: 'customer', action: 'customerNext', keys: ['enter'] },
  { scope: 'agent', action: 'agentReady', keys: ['alt+r'] },
  { scope: 'agent', action: 'agentAccept', keys: ['alt+a'] },
  { scope: 'agent', action: 'agentDecline', keys: ['alt+d'] },
  { scope: 'agent', action: 'agentEnd', keys: ['alt+e'] },
  { scope: 'agent', action: 'agentReplies', keys: ['/'] },
  { scope: 'agent', action: 'send', keys: ['enter'] },
  { scope: 'agent', action: 'newline', keys: ['shift+enter'] },
  { scope: 'queue', action: 'queueMove', keys: ['alt+up', 'alt+down'] },
  { scope: 'queue', action: 'queueRemove', keys: ['delete'] },
  { scope: 'queue', action: 'queuePriority', keys: ['p'], isLetter: true },
  { scope: 'wire', action: 'wireMove', keys: ['up', 'down', 'j', 'k'] },
  { scope: 'wire', action: 'wireCell', keys: ['left', 'right'] },
  { scope: 'wire', action: 'wireOpen', keys: ['enter'] },
  { scope: 'wire', action: 'wireClose', keys: ['escape'] },
  { scope: 'wire', action: 'wireFilter', keys: ['/'], isLetter: true },
  { scope: 'wire', action: 'wireCurl', keys: ['c'], isLetter: true },
  { scope: 'wire', action: 'wireReplay', keys: ['r'], isLetter: true },
  { scope: 'wire', action: 'wireEdit', keys: ['e'], isLetter: true },
  { scope: 'wire', action: 'wirePin', keys: ['m'], isLetter: true },
  { scope: 'wire', action: 'wireNote', keys: ['n'], isLetter: true },
  { scope: 'wire', action: 'wireFollow', keys: ['f'], isLetter: true },
  { scope: 'wire', action: 'wireCause', keys: ['['], isLetter: true },
  { scope: 'wire', action: 'wireEffect', keys: [']'], isLetter: true },
]
