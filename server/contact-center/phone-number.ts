import { isSupportedCountry, parsePhoneNumberWithError } from 'libphonenumber-js/max'
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max'

/** The two letters, in capitals; null when no phone numbers of such a country are known. */
export function findCountry(code: string): CountryCode | null {
  const country = code.trim().toUpperCase()
  return isSupportedCountry(country) ? country : null
}

/** The number as somebody in this country would dial it, or anywhere in the world; null when it cannot be read. */
export function readPhoneNumber(text: string, country: CountryCode | null): PhoneNumber | null {
  try {
    return parsePhoneNumberWithError(text, {
      ...(country === null ? {} : { defaultCountry: country }),
      extract: false,
    })
  } catch {
    // The library says by an exception what is for its caller to judge: this is no number.
    return null
  }
}

/** Whether nobody can be reached at it: it cannot be read, or is too short or too long for its country. */
export function isImpossible(number: PhoneNumber | null): boolean {
  return number === null || !number.isPossible()
}

/** Whether calling it costs more than the call. */
export function isPremium(number: PhoneNumber | null): boolean {
  return number?.getType() === 'PREMIUM_RATE'
}
