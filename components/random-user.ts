/** As many random bytes, in hex. Unlike `crypto.randomUUID` it is there on pages opened over http, too. */
export const randomHex = (bytes: number): string =>
  [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/** A `gms_user` that nobody else has: 64 hex digits, 256 random bits. */
export const randomUser = (): string => randomHex(32)
