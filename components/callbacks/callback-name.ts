import { useTranslations } from 'use-intl'
import type { CallbackJson } from '../../server/tester/contract.ts'
import { nameIn } from '../customer-name.ts'

/** Where a callback has its own page. */
export const callbackHref = (id: string) => `/callbacks/${encodeURIComponent(id)}`

/** What a list calls a callback: by its customer, else by what it is. */
export function useCallbackName() {
  const t = useTranslations('callbacks')
  return (callback: CallbackJson) =>
    nameIn(callback.properties) ?? t(callback.isSynthetic ? 'synthetic' : 'nameless')
}
