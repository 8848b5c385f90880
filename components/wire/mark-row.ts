import { askTester } from '../tester-client.ts'

/** Keeps a row however many come after it, or no longer. */
export const setPinned = (number: number, isPinned: boolean) =>
  askTester<void>(isPinned ? 'PUT' : 'DELETE', `/traffic/${number}/pin`)

/** Writes on a row, which pins it; null takes off what is written. */
export const setComment = (number: number, text: string | null) =>
  askTester<void>(
    text === null ? 'DELETE' : 'PUT',
    `/traffic/${number}/comment`,
    text === null ? undefined : { text },
  )
