'use client'

import { useTranslations } from 'use-intl'
import { useIsAlive } from '../ui/use-is-alive.ts'

const signs: Readonly<Record<string, string>> = {
  command: '⌘',
  alt: 'Alt',
  enter: 'Enter',
  escape: 'Esc',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
}

/** The keys that have a word on a keyboard of the reader's language. */
type KeyNames = Readonly<Record<'control' | 'delete' | 'shift', string>>

/** What they are called in the language of the page. */
export function useKeyNames(): KeyNames {
  const t = useTranslations('shortcuts.keys')
  return { control: t('control'), delete: t('delete'), shift: t('shift') }
}

/** The keys of one way, as they stand on the keyboard: `Ctrl`, `K`; those that follow one another in lists of their own. */
export function keysShown(keys: string, isMac: boolean, named: KeyNames): readonly (readonly string[])[] {
  const words: Readonly<Record<string, string>> = { ...signs, ...named }
  return keys.split('>').map((step) =>
    step.split('+').map((each) => {
      const key = each === 'mod' ? (isMac ? 'command' : 'control') : each
      return words[key] ?? key.toUpperCase()
    }),
  )
}

/** Whether the keyboard has `⌘`; only the browser knows, once it has taken over. */
export const useIsMac = (): boolean => useIsAlive() && isMac(navigator.userAgent)

/** Whether a browser that calls itself so runs on one of Apple's systems. */
export const isMac = (userAgent: string): boolean => /Mac|iPhone|iPad/.test(userAgent)
