import { TesterError } from '../tester-client.ts'

/** What a refusal says of one field; of none by name, the whole sentence. */
export function refusalOf(error: unknown, field: string): string {
  if (error instanceof TesterError) {
    const detail = error.details.find((each) => each.field === field)
    if (detail !== undefined) return detail.message
  }
  return error instanceof Error ? error.message : String(error)
}
