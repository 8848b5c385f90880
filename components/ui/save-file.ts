/** So long a file may take to be fetched: some browsers begin only after this turn, or once it is asked for. */
const fetchedWithinMillis = 10_000

/** Hands the reader a file. */
export function saveFile(name: string, blob: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), fetchedWithinMillis)
}
