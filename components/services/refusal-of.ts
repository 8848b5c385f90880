import { TesterError } from '../tester-client.ts'

/** What a refusal says of one field; null when it is about something else, or no answer came at all. */
export const refusalOf = (error: unknown, field: string): string | null =>
  error instanceof TesterError ? (error.details.find((each) => each.field === field)?.message ?? null) : null
