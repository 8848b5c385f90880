/**
 * How a message says when it left: `@@` and the sixteen digits of the machine's monotonic clock in microseconds. It
 * can be found in the bytes of any protocol, so that the load generator parses none of them.
 */
const mark = Buffer.from('@@')
const digits = 16
const filler =
  'Your agent Anna will be with you in about two minutes; please keep this page open until then. '

/** Microseconds of a clock that all processes of this machine share. */
export const now = () => Number(process.hrtime.bigint() / 1000n)

/** What is pushed, 150 bytes or so: fresh each time, as a real server's messages are. */
export const createData = (number) => ({
  id: `n${number}`,
  text: `@@${String(now()).padStart(digits, '0')} ${filler}`,
})

/** Calls `seen` with the time in each mark of a connection's bytes, chunk after chunk. */
export function createScanner(seen) {
  let rest = null
  return (chunk) => {
    const bytes = rest === null ? chunk : Buffer.concat([rest, chunk])
    rest = null
    let at = bytes.indexOf(mark)
    while (at >= 0) {
      if (at + 2 + digits > bytes.length) {
        rest = bytes.subarray(at)
        return
      }
      let time = 0
      for (let i = at + 2; i < at + 2 + digits; i += 1) time = time * 10 + bytes[i] - 48
      seen(time)
      at = bytes.indexOf(mark, at + 2 + digits)
    }
    if (bytes.length > 0 && bytes[bytes.length - 1] === mark[0]) rest = bytes.subarray(bytes.length - 1)
  }
}
