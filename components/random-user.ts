/** A `gms_user` that nobody else has: 64 hex digits, 256 random bits. */
export function randomUser(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
