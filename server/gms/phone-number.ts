import { getCountryCallingCode, type PhoneNumber } from 'libphonenumber-js/max'
import { findCountry, isPremium, readPhoneNumber } from '../contact-center/phone-number.ts'
import { ok } from './answer.ts'
import type { Call, Operation } from './call.ts'
import { GmsRefused, malformed } from './gms-error.ts'

// Documented: what is read without a country is read as somebody in the United States would dial it. Contract 1.9 [D].
const defaultCountry = 'US'
const defaultLanguage = 'en'

/** What is known of a phone number, as Genesys' number validation tells it (contract 1.9). */
export const describePhoneNumber: Operation<Call> = async (_centre, { fields }) => {
  const text = fields.text('number')?.trim() ?? ''
  if (text === '') throw malformed('The request names no number.')
  const country = (fields.text('country')?.trim() || defaultCountry).toUpperCase()
  const number = readPhoneNumber(text, findCountry(country))
  if (number === null) {
    throw new GmsRefused(
      400,
      'com.genesyslab.gsg.GSGException',
      `Invalid Phone Number ${text} for Country ${country} (parsing impossible)`,
    )
  }
  const language = fields.text('geocodingLocale')?.trim() || defaultLanguage
  return ok(describe(number, { text, country, language }))
}

interface Asked {
  readonly text: string
  readonly country: string
  readonly language: string
}

function describe(number: PhoneNumber, { text, country, language }: Asked) {
  const region = number.country ?? (number.isNonGeographic() ? '001' : 'ZZ')
  return {
    'language-specified': language,
    'number-specified': text,
    'country-default': country,
    'number-original': text,
    'country-code': Number(number.countryCallingCode),
    'country-code-source': sourceOf(number, text, country),
    'region-code': region,
    extension: number.ext ?? '',
    'italian-leading-zero': number.nationalNumber.startsWith('0'),
    'number-type': number.getType() ?? 'UNKNOWN',
    'is-possible-number': number.isPossible(),
    'is-valid-number': number.isValid(),
    'is-valid-number-for-region': number.isValid() && region === country,
    'is-premium': isPremium(number),
    'number-E164': number.format('E.164'),
    'number-international': number.formatInternational(),
    'number-national': number.formatNational(),
    'number-national-short': number.nationalNumber,
    location: nameOf(region, language),
    'time-zone': timeZoneOf(region),
    // Which company a number belongs to is in nobody's metadata here.
    carrier: '',
  }
}

function sourceOf(number: PhoneNumber, text: string, country: string): string {
  if (/^[+\uff0b]/.test(text)) return 'FROM_NUMBER_WITH_PLUS_SIGN'
  const home = findCountry(country)
  const isAbroad = home === null || getCountryCallingCode(home) !== number.countryCallingCode
  // Another country without a plus sign: it begins with what one dials to get out of this one.
  return isAbroad ? 'FROM_NUMBER_WITH_IDD' : 'FROM_DEFAULT_COUNTRY'
}

/** The country in this language; in English when the language is none. */
function nameOf(region: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(region) ?? ''
  } catch {
    // Neither is a mistake of ours: a client may send anything as its language.
    return language === defaultLanguage ? '' : nameOf(region, defaultLanguage)
  }
}

/** Known where a whole country shares one; otherwise what the product's library says of an unknown one. */
function timeZoneOf(region: string): string {
  const zones = /^[A-Z]{2}$/.test(region) ? timeZonesOf(region) : []
  return zones.length === 1 ? (zones[0] ?? '') : 'Etc/Unknown'
}

/** Node 20 has them as a property, later ones as a method; TypeScript knows of neither. */
function timeZonesOf(region: string): readonly string[] {
  const locale = new Intl.Locale(`und-${region}`) as Intl.Locale & {
    readonly timeZones?: readonly string[]
    getTimeZones?(): readonly string[]
  }
  return locale.getTimeZones?.() ?? locale.timeZones ?? []
}
