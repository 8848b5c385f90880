/** How this browser calls for somebody when a chat rings. Everything is off until it is wanted. */
export interface AlertSettings {
  readonly sound: boolean
  readonly title: boolean
  readonly notification: boolean
  /** All of them keep still for now. */
  readonly isMuted: boolean
}

export type AlertKind = 'sound' | 'title' | 'notification'

export const noAlerts: AlertSettings = { sound: false, title: false, notification: false, isMuted: false }

/** Whether an alert may fire. */
export const isAlerting = (settings: AlertSettings, kind: AlertKind): boolean =>
  settings[kind] && !settings.isMuted

/** What rings now and did not before. */
export function newlyRinging(before: ReadonlySet<string>, now: readonly string[]): string[] {
  return now.filter((key) => !before.has(key))
}

/** The title of the page with the number of chats that ring, or without. */
export function titleWith(title: string, ringing: number): string {
  const bare = title.replace(/^\(\d+\) /, '')
  return ringing === 0 ? bare : `(${ringing}) ${bare}`
}
