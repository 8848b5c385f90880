/**
 * A sentence, or a part of one: as the contact centre says it in English, and by what the pages say it in the reader's
 * language.
 */
export interface Phrase {
  readonly text: string
  /** By which the pages' messages have it, and what stands in it; phrases in it are of the same place of the messages. */
  readonly key: string
  readonly values: PhraseValues
}

export type PhraseValues = Readonly<Record<string, string | number | Phrase>>

type Words = Readonly<Record<string, (values: never) => string>>

/** As a reason has it: the sentence, and what says it in other languages. */
export const said = (phrase: Phrase): { sentence: string; phrase: Phrase } => ({
  sentence: phrase.text,
  phrase,
})

/**
 * Who says the phrases of a book: `say('paused')`, `say('full', { agent, chats, capacity })`. Each has its English in
 * the book, and the same in the pages' messages; a test holds the two against each other.
 */
export const phraseBook =
  <Book extends Words>(book: Book) =>
  <Key extends keyof Book & string>(key: Key, ...[values]: Parameters<Book[Key]>): Phrase => ({
    text: (book[key] as unknown as (values?: PhraseValues) => string)(values),
    key,
    values: values ?? {},
  })
