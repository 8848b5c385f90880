import { refuseFaults } from './refusal.ts'
import { evaluateThreshold, parseThresholdTable } from './threshold.ts'
import type { ThresholdBand } from './threshold.ts'

export interface ThresholdCell {
  readonly position: number
  readonly isPassed: boolean
  readonly reason: string
}

/** What a threshold table means, before a service has it. */
export interface ThresholdPreview {
  /** A row for each band, and one, without a band, for customers without an estimate. */
  readonly rows: readonly { readonly band: ThresholdBand | null; readonly cells: readonly ThresholdCell[] }[]
}

/** More columns say nothing new. */
const columnsMax = 12

/** The truth table of TH3 to TH8: around each position that a band names. Refused: `setting-invalid`. */
export function previewThreshold(text: string): ThresholdPreview {
  const parsed = parseThresholdTable(text)
  if (!parsed.ok) {
    refuseFaults([{ field: 'table', message: parsed.message }], 'TH2', { table: text })
    return { rows: [] }
  }
  const { table } = parsed
  const named = table.flatMap(({ position }) => [position - 1, position]).filter((position) => position > 0)
  const positions = [...new Set([1, 2, ...named])].sort((a, b) => a - b).slice(0, columnsMax)
  const row = (band: ThresholdBand | null) => {
    const etaSeconds = band === null ? null : (band.upper ?? band.lower + 1)
    return {
      band,
      cells: positions.map((position) => ({
        position,
        ...evaluateThreshold(table, { position, etaSeconds }),
      })),
    }
  }
  return { rows: [...table.map(row), row(null)] }
}
