import type { Tester } from './tester.ts'

/** Sends this text to the device of the only callback, as an agent's desktop does. */
export async function notifyDevice(tester: Tester, text: string): Promise<void> {
  const { items } = (await tester.api('GET', '/callbacks')) as { items: { id: string }[] }
  const body = new FormData()
  body.set('_display_message', text)
  body.set('_application_message', 'X')
  await fetch(`${tester.url}/genesys/1/service/${items[0]?.id}/internal-notification`, {
    method: 'POST',
    body,
  })
}
