/** What a spreadsheet would take for a formula. A number with its sign is none, nor is a telephone number. */
const formula = /^[=@\t\r]|^[+-](?![\d\s().-]*$)/

function field(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV (RFC 4180); no field of it is a formula to a spreadsheet, whoever submitted it. */
export const renderCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
