import { randomBytes } from 'node:crypto'

const cookie = /(?:^|;\s*)BAYEUX_BROWSER=([^;\s]{1,128})(?=\s*(?:;|$))/

/** The browser's name as its `BAYEUX_BROWSER` cookie shows it; undefined without a usable one. */
export function browserOf(cookieHeader: string | undefined): string | undefined {
  const name = cookieHeader === undefined ? undefined : cookie.exec(cookieHeader)?.[1]
  // A copy: a part of a text keeps all of it, and some headers are long.
  return name === undefined ? undefined : Buffer.from(name, 'latin1').toString('latin1')
}

/** A name for a browser that has none: 128 random bits in hex. */
export const nameBrowser = (): string => randomBytes(16).toString('hex')

/** The `Set-Cookie` value that gives a browser its name until it is closed. */
export const writeBrowserCookie = (browser: string, attributes: string): string =>
  `BAYEUX_BROWSER=${browser}; ${attributes}`
