import type { useTranslations } from 'use-intl'
import type en from './en.json'

/** The messages of the product, one top-level key for each place they are read at. */
export type Messages = typeof en

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}

/** English, German, and English made strange, to find what is clipped or was never translated. */
export const locales = ['en', 'de', 'en-XA'] as const

export type Locale = (typeof locales)[number]

/** The cookie that keeps the reader's choice: the server draws the first page in it already. */
export const localeCookie = 'gms-tester-language'

/** The function that says the messages of one place, for code that is no component. */
export type Translate<Place extends keyof Messages> = ReturnType<typeof useTranslations<Place>>
