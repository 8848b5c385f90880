/** A text that an agent need not type. */
export interface StandardResponse {
  readonly title: string
  /** May name `{customer.name}` and `{agent.name}`. */
  readonly text: string
}

/** What the variables of a response stand for. */
export interface ResponseNames {
  readonly customer: string
  readonly agent: string
}

/** The text with its variables filled in; what is no variable stays as it is. */
export const fillResponse = (text: string, names: ResponseNames): string =>
  text.replace(/\{(customer|agent)\.name\}/g, (_variable, who: keyof ResponseNames) => names[who])

/** What is looked for when a draft is a slash and one word or none; null when the draft is something else. */
export function responseQuery(draft: string): string | null {
  return /^\/\S*$/.test(draft) ? draft.slice(1) : null
}

/** The responses that a query means: all of them for none, the one at a digit, else those that contain it. */
export function findResponses(
  responses: readonly StandardResponse[],
  query: string,
): readonly StandardResponse[] {
  const digit = digitOf(query)
  if (digit !== null) return responses.slice(digit - 1, digit)
  const letters = query.toLowerCase()
  return responses.filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(letters))
}

/** The place a query names by one digit, from 1; null when it is no digit. */
export function digitOf(query: string): number | null {
  return /^[1-9]$/.test(query) ? Number(query) : null
}
