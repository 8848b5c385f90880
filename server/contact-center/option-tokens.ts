import { optionName } from './option-type.ts'

/** `$token$`: filled in by the request parameter of this name. Contract 1.2 [D]. */
const token = /\$([^$\s]+)\$/g

/** Whether the value waits for a request to say something. */
export function hasToken(value: string): boolean {
  return value.includes('$') && tokensOf(value).length > 0
}

/** The value with what the request says in place of its tokens; what it says is not looked at again. */
export function fillTokens(
  value: string,
  properties: Readonly<Record<string, string>>,
): { value: string; missing: readonly string[] } {
  const missing = tokensOf(value).filter((name) => !Object.hasOwn(properties, name))
  const filled = value.replace(token, (written, name: string) =>
    optionName.test(name) && Object.hasOwn(properties, name) ? (properties[name] ?? '') : written,
  )
  return { value: filled, missing }
}

function tokensOf(value: string): string[] {
  const names = Array.from(value.matchAll(token), ([, name = '']) => name)
  return [...new Set(names.filter((name) => optionName.test(name)))]
}
