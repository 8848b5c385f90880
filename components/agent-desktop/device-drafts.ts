import { unsentTexts } from '../note-drafts.ts'

/** Where the texts of a notification to the device of this callback are kept. */
export const deviceDraft = (serviceId: string) => `notify-device-${serviceId}`

/** The callbacks for whose device something has been typed and not sent. */
export const draftedForDevices = (drafts: Readonly<Record<string, string>>): string[] => {
  const ids = Object.keys(drafts).flatMap((field) => /^notify-device-(.*)-[a-z]+$/.exec(field)?.[1] ?? [])
  return [...new Set(ids)].filter((serviceId) => unsentTexts(drafts, deviceDraft(serviceId)).length > 0)
}
