/** What a notification says: to whoever sees it, and to the application that receives it. */
export const noteTexts = ['display', 'application'] as const
type NoteText = (typeof noteTexts)[number]

/** Where a text of the notification is kept that stands under this name. */
export const noteField = (draft: string, name: NoteText) => `${draft}-${name}`

/** Where it is kept as it was sent last: a notification stays in its form. */
export const sentField = (draft: string, name: NoteText) => `${draft}-${name}-sent`

/** The texts of a notification that were typed, and have not been sent as they stand. */
export const unsentTexts = (drafts: Readonly<Record<string, string>>, draft: string) =>
  noteTexts.flatMap((name) => {
    const place = noteField(draft, name)
    const text = drafts[place] ?? ''
    return text === '' || text === drafts[sentField(draft, name)] ? [] : [{ name, place, text }]
  })
