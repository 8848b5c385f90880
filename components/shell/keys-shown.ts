'use client'

import { useIsAlive } from '../ui/use-is-alive.ts'

const signs: Readonly<Record<string, string>> = {
  alt: 'Alt',
  shift: 'Shift',
  enter: 'Enter',
  escape: 'Esc',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
}

/**
 * The keys of one way, as they stand on the keyboard: `Ctrl`, `K`; those that follow one another in lists of their own.
 * `named` are those that the reader's language has words for.
 */
export function keysShown(
  keys: string,
  isMac: boolean,
  named: Readonly<Record<string, string>> = {},
): readonly (readonly string[])[] {
  return keys
    .split('>')
    .map((step) =>
      step
        .split('+')
        .map((key) =>
          key === 'mod' ? (isMac ? '⌘' : 'Ctrl') : (named[key] ?? signs[key] ?? key.toUpperCase()),
        ),
    )
}

/** Whether the keyboard has `⌘`; only the browser knows, once it has taken over. */
export const useIsMac = (): boolean => useIsAlive() && isMac(navigator.userAgent)

/** Whether a browser that calls itself so runs on one of Apple's systems. */
export const isMac = (userAgent: string): boolean => /Mac|iPhone|iPad/.test(userAgent)
