'use client'

import { cometPath, paths, userHeader, type StartChatDialog } from '../../server/gms/contract.ts'
import type { CallbackDetailJson, ClockJson } from '../../server/tester/contract.ts'
import { deleteAtGms, sendToGms } from '../gms-client.ts'
import { randomHex } from '../random-user.ts'
import { askTester, reach } from '../tester-client.ts'
import { serviceName, useCustomerMutationAt } from './customer-actions.ts'
import { useCustomerStore, type StartedCustomer } from './customer-store.ts'
import { wrongId, type Attempt, type Misbehaviour, type Misdeed } from './misbehaviour.ts'
import { shortPath } from './short-path.ts'

/** More windows than this are not let pass with one press: with CONNECT-ANYWAY they never end. */
const windowsMax = 5

interface Misbehave {
  kind: Misbehaviour
  started: StartedCustomer
}

/** Does one thing wrong, and answers what came of it. */
export const useMisbehave = (id: string) =>
  useCustomerMutationAt(`misbehave-${id}`, async ({ kind, started }: Misbehave): Promise<Misdeed> => {
    const { serviceId } = started.session
    const before = await readCallback(serviceId)
    const attempts = await misbehave(kind, started, before)
    const after = await readCallback(serviceId)
    const known = before.timeline.at(-1)?.number ?? 0
    return {
      kind,
      attempts,
      events: after.timeline.filter(({ number }) => number > known).map(({ phrase }) => phrase),
    }
  })

async function misbehave(
  kind: Misbehaviour,
  started: StartedCustomer,
  callback: CallbackDetailJson,
): Promise<Attempt[]> {
  const { user, session } = started
  const { serviceId } = session
  switch (kind) {
    case 'never-confirm':
      for (let window = 0; window < windowsMax; window += 1) if (!(await letWindowPass(serviceId))) break
      return []
    case 'confirm-late':
      await letWindowPass(serviceId)
      return [await attempt(user, serviceId, 'connect')]
    case 'double-connect':
      return Promise.all([attempt(user, serviceId, 'connect'), attempt(user, serviceId, 'connect')])
    case 'abandon':
      return [
        callback.chat ? await attempt(user, serviceId, 'ixn/chat/disconnect') : await cancel(user, serviceId),
      ]
    case 'close-app':
      useCustomerStore.getState().change(user, { isAppClosed: true })
      return []
    case 'wrong-id':
      return [await attempt(user, wrongId(serviceId), 'connect')]
    case 'stale-session':
      return [await connectStale(user)]
  }
}

const readCallback = (id: string) =>
  askTester<CallbackDetailJson>('GET', `/callbacks/${encodeURIComponent(id)}`)

/** Moves the centre's clock past the time to confirm; false when no announcement waits for it. */
async function letWindowPass(serviceId: string): Promise<boolean> {
  const [{ announcement, step }, clock] = await Promise.all([
    readCallback(serviceId),
    askTester<ClockJson>('GET', '/clock'),
  ])
  if (step !== 'agent-available' || announcement === null) return false
  const left = (Date.parse(announcement.confirmBy) - Date.parse(clock.now)) / 1000
  // At the very end of one window the next one may begin.
  await askTester<ClockJson>('POST', '/clock', { advanceSeconds: Math.max(1, Math.ceil(left)) })
  return true
}

async function attempt(
  user: string,
  serviceId: string,
  operation: 'connect' | 'ixn/chat/disconnect',
): Promise<Attempt> {
  const path = paths.operation(serviceId, operation)
  const { status, body } = await sendToGms(path, user)
  if (operation === 'connect' && status === 200)
    useCustomerStore
      .getState()
      .changeSession(serviceId, () => ({ dialog: JSON.parse(body) as StartChatDialog }))
  return { request: `POST ${shortPath(path)}`, status, body }
}

async function cancel(user: string, serviceId: string): Promise<Attempt> {
  const path = `${paths.start(serviceName)}/${encodeURIComponent(serviceId)}`
  const { status, body } = await deleteAtGms(path, user)
  return { request: `DELETE …/${serviceName}/${serviceId}`, status, body }
}

/** Goes on with a push session that the server does not know, as an app does that was asleep for too long. */
async function connectStale(user: string): Promise<Attempt> {
  const clientId = `stale-${randomHex(16)}`
  const response = await reach(cometPath, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', [userHeader]: user },
    body: JSON.stringify([{ channel: '/meta/connect', clientId, connectionType: 'long-polling', id: '1' }]),
  })
  return { request: `POST ${cometPath} /meta/connect`, status: response.status, body: await response.text() }
}
