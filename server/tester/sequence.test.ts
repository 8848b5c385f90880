import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import en from '../../components/messages/en.json'
import { renderMermaid } from '../../components/sequence/mermaid.ts'
import { sequenceOf } from '../../components/sequence/sequence-model.ts'
import { startTester } from '../testing.ts'
import type { CallbackDetailJson, CallbackWire } from './contract.ts'

const t = createTranslator({ locale: 'en', messages: en, namespace: 'sequence' })

/** The stages of the scenario, in the words of its Overview, and the line of the diagram that each is. */
const stages: [stage: string, line: string][] = [
  ['Start Callback', 'app->>gms: POST …/chat-delay'],
  ['Callback service: waits for an agent to be available', 'gms->>urs: wait for an agent'],
  ['Callback service: returns session id to the user', 'gms-->>app: 200'],
  ['', 'agent->>urs: anna: state'],
  ['When an agent is available,', 'urs->>gms: agent is available'],
  ['notifies mobile device that agent is available', 'gms-)app: PUSH service.agentavailable'],
  ['Connect', 'app->>gms: POST …/connect'],
  ['to confirm user’s availability', 'gms->>urs: customer is here'],
  ['Returns URL to initiate chat interaction', 'gms-->>app: 200'],
  ['Initiate Chat', 'app->>gms: POST …/ixn/chat'],
  ['Delegates the chat interaction to be processed by the Callback service', 'gms->>chat: create the chat'],
  ['Reserves target to route chat interaction', 'urs->>agent: reserve, and ring'],
  ['', 'gms-->>app: 200'],
  ['', 'agent->>urs: anna: accept'],
  ['Routes the chat interaction to the target', 'urs->>chat: route to the agent'],
  ['Callback service terminates', 'Note over gms: callback completed'],
  ['', 'gms-)app: PUSH service.chat.refresh'],
  ['', 'app->>gms: POST …/ixn/chat/send'],
  ['', 'chat->>agent: message of the customer'],
  ['', 'agent->>chat: anna: message'],
  ['', 'chat->>gms: message of the agent'],
  ['', 'app->>gms: POST …/ixn/chat/disconnect'],
  ['', 'chat->>gms: chat ended'],
]

test('[TA81] the wire and the timeline of a callback tell the documented stages, in their order', async () => {
  const tester = await startTester()
  const { url, api } = tester
  const send = async (path: string, fields: Record<string, string> = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const answer = await fetch(`${url}/genesys/1/service/${path}`, {
      method: 'POST',
      headers: { gms_user: 'me' },
      body,
    })
    expect(answer.status).toBe(200)
    return (await answer.json()) as { _id: string }
  }
  const byAnna = async (path: string, body: object = {}) => {
    const answer = await fetch(`${url}/gmstester/api/agents/anna/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(answer.ok).toBe(true)
  }
  const device = { _device_os: 'comet', _device_notification_id: 'me' }
  const { _id: id } = await send('callback/chat-delay', { _customer_number: '5551', ...device })
  await byAnna('state', { state: 'ready' })
  await send(`${id}/connect`)
  await send(`${id}/ixn/chat`, { notify_by: 'comet', _verbose: 'false' })
  await byAnna(`interactions/${id}/accept`)
  await send(`${id}/ixn/chat/send`, { message: 'Hello' })
  await byAnna(`interactions/${id}/message`, { text: 'Hi' })
  await send(`${id}/ixn/chat/disconnect`)

  const callback = (await api('GET', `/callbacks/${id}`)).body as CallbackDetailJson
  const wire = (await api('GET', `/callbacks/${id}/wire`)).body as CallbackWire
  const lines = renderMermaid(sequenceOf(callback, wire.items), t)
    .split('\n')
    .map((line) => line.trim())
  let from = 0
  for (const [stage, line] of stages) {
    const found = lines.indexOf(line, from)
    expect(found, `${stage || line}, after line ${from} of:\n${lines.join('\n')}`).toBeGreaterThanOrEqual(0)
    from = found + 1
  }
  await tester.close()
})
