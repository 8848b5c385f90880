'use client'

import { useRouter } from 'next/navigation'
import { localeCookie, type Locale } from '../messages/translate.ts'

const yearSeconds = 365 * 24 * 3600

/** Changes the language of the pages: kept in a cookie, because the server draws the first page in it already. */
export function useChooseLocale(): (locale: Locale) => void {
  const router = useRouter()
  return (locale) => {
    document.cookie = `${localeCookie}=${locale}; path=/; max-age=${yearSeconds}; samesite=lax`
    router.refresh()
  }
}
