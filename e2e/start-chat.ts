import { expect } from '@playwright/test'
import type { Tester } from './tester.ts'

/** What a customer's own client sends until its chat rings; the id, and a way to go on. */
export async function startChat(tester: Tester, name: string, user = 'me') {
  const send = async (path: string, fields: Record<string, string> = {}) => {
    const body = new FormData()
    for (const [field, value] of Object.entries(fields)) body.set(field, value)
    const response = await fetch(`${tester.url}/genesys/1/service/${path}`, {
      method: 'POST',
      headers: { gms_user: user },
      body,
    })
    return (await response.json()) as { _id: string }
  }
  const { _id: id } = await send('callback/chat-delay', {
    _customer_number: user,
    usr_customer_name: name,
    usr_reason: 'billing question',
  })
  await expect(async () => {
    const { step } = (await tester.api('GET', `/callbacks/${id}`)) as { step: string }
    expect(step).toBe('agent-available')
  }).toPass()
  await send(`${id}/connect`)
  await send(`${id}/ixn/chat`, { notify_by: 'comet' })
  return {
    id,
    send: (operation: string, fields?: Record<string, string>) => send(`${id}/${operation}`, fields),
  }
}
