import de from './de.json'
import en from './en.json'
import { pseudoMessages } from './pseudo.ts'
import { locales, type Locale, type Messages } from './translate.ts'

/** The messages of a language. */
export function messagesOf(locale: Locale): Messages {
  switch (locale) {
    case 'en':
      return en
    case 'de':
      return de
    case 'en-XA':
      return pseudoMessages(en)
  }
}

/** The language to draw a page in: the reader's choice, else the first of the browser's that there is. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const known = locales.find((locale) => locale === chosen)
  if (known) return known
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => entry.trim().slice(0, 2).toLowerCase())
    .find((language) => language === 'en' || language === 'de')
  return wanted === 'de' ? 'de' : 'en'
}
