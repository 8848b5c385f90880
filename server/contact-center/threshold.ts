/** One band: estimates above `lower` seconds, up to and with `upper` (null: without end), pass before `position`. */
export interface ThresholdBand {
  readonly lower: number
  readonly upper: number | null
  readonly position: number
}

/** At least one band, ascending, each beginning where the one before ends; only the last has no end. */
export type ThresholdTable = readonly ThresholdBand[]

export type ThresholdTableResult =
  { readonly ok: true; readonly table: ThresholdTable } | { readonly ok: false; readonly message: string }

/** Longer tables and larger numbers are refused. */
export const thresholdLimits = { pairs: 50, number: 1_000_000 } as const

/** Reads `_eta_pos_threshold`: pairs `lower estimate in seconds:position`, `0:6,35:0`. Contract 3, decision 7. */
export function parseThresholdTable(text: string): ThresholdTableResult {
  const pairs = text.split(',')
  if (pairs.length > thresholdLimits.pairs)
    return refused(`A table has at most ${thresholdLimits.pairs} pairs.`)
  const read: { lower: number; position: number }[] = []
  for (const [index, pair] of pairs.entries()) {
    const numbers = /^\s*([0-9]+)\s*:\s*([0-9]+)\s*$/.exec(pair)
    if (numbers === null) {
      return refused(`Pair ${index + 1}, “${pair.trim()}”, is not seconds:position, as in 0:10,10:5.`)
    }
    const [lower, position] = [Number(numbers[1]), Number(numbers[2])]
    if (Math.max(lower, position) > thresholdLimits.number) {
      return refused(`Pair ${index + 1} has a number above ${thresholdLimits.number}.`)
    }
    if (lower <= (read.at(-1)?.lower ?? -1)) {
      return refused(`Pair ${index + 1} does not begin above the one before it.`)
    }
    read.push({ lower, position })
  }
  return { ok: true, table: read.map((pair, index) => ({ ...pair, upper: read[index + 1]?.lower ?? null })) }
}

function refused(message: string): ThresholdTableResult {
  return { ok: false, message }
}

/**
 * Whether the customer counts as about to be served, and the reason in the product's words, blanks included.
 * Without a table the rule is switched off: it passes and says nothing about who may be announced. Decisions 7, 8.
 */
export function evaluateThreshold(
  table: ThresholdTable | null,
  input: { readonly position: number; readonly etaSeconds: number | null },
): { readonly isPassed: boolean; readonly reason: string } {
  const { position, etaSeconds } = input
  if (position === 0) return { isPassed: true, reason: 'left the queue' }
  if (table === null) return { isPassed: true, reason: 'eta n/a' }
  if (position === 1) return { isPassed: true, reason: 'position 1' }
  if (etaSeconds === null) return { isPassed: true, reason: 'eta n/a' }

  const band = table.find(({ upper }) => upper === null || etaSeconds <= upper)
  if (band === undefined) throw new Error('a threshold table without a last band')
  if (position < band.position) return { isPassed: true, reason: passedReason(band, table) }
  return { isPassed: false, reason: failedReason(band, table) }
}

/** The last position that some estimate lets pass: whoever stands behind it need not be judged one by one. */
export function lastPassingPosition(table: ThresholdTable): number {
  return Math.max(1, ...table.map(({ position }) => position - 1))
}

/** By how many seconds an estimate has to shrink for the customer to pass; null when no shrinking helps. */
export function secondsTooLong(
  table: ThresholdTable,
  { position, etaSeconds }: { readonly position: number; readonly etaSeconds: number },
): number | null {
  const passing = table.findLast(
    (band) => position < band.position && band.upper !== null && band.upper < etaSeconds,
  )
  return passing === undefined || passing.upper === null ? null : etaSeconds - passing.upper
}

function passedReason(band: ThresholdBand, table: ThresholdTable): string {
  const bound = `position <=${band.position - 1} `
  if (band.upper !== null) return `eta  <= ${band.upper} and ${bound}`
  // The only band has no bound on either side.
  return table.length === 1 ? bound : `eta  > ${band.lower} and ${bound}`
}

function failedReason(band: ThresholdBand, table: ThresholdTable): string {
  // Beyond the last bound, the product's words need one: that of the last band that has it.
  const named = band.upper === null ? (table.at(-2) ?? band) : band
  const bound = `position >${named.position - 1} `
  return named.upper === null ? bound : `eta  > ${named.upper} or ${bound}`
}
