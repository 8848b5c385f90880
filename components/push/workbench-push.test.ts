import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { ChangeHint } from '../../server/tester/contract.ts'
import { agentKeys } from '../agents-queries.ts'
import { callbackKeys } from '../callbacks-queries.ts'
import { clockKeys } from '../clock-queries.ts'
import { queueKeys } from '../queues-queries.ts'
import { markedRows, trafficKeys } from '../traffic-queries.ts'
import { lookAgain } from './workbench-push.ts'

const everything = {
  agents: agentKeys.all,
  queues: queueKeys.all,
  clock: clockKeys.all,
  traffic: trafficKeys.list,
  'row 7': trafficKeys.detail(7),
  'callback 1': callbackKeys.detail('369-1'),
  'callback 2': callbackKeys.detail('369-2'),
  callbacks: callbackKeys.list({ state: null, service: null, lookup: null, text: '', from: null, to: null }),
  'newest callbacks': callbackKeys.newest,
  'recent callbacks': callbackKeys.recent,
  'wire 1': callbackKeys.wire('369-1'),
  'wire 2': callbackKeys.wire('369-2'),
}

/** What is asked again after a hint. */
function asked(hint: ChangeHint): string[] {
  const client = new QueryClient()
  for (const queryKey of Object.values(everything)) client.setQueryData(queryKey, {})
  lookAgain(client, hint)
  return Object.entries(everything).flatMap(([name, key]) =>
    client.getQueryState(key)?.isInvalidated ? [name] : [],
  )
}

test('a hint has what it names asked again, and what follows from it', () => {
  expect(asked({ kind: 'callback', id: '369-1' })).toEqual([
    'clock',
    'callback 1',
    'callbacks',
    'newest callbacks',
    'recent callbacks',
    'wire 1',
  ])
  expect(asked({ kind: 'agent', id: 'anna' })).toEqual(['agents', 'clock'])
  expect(asked({ kind: 'queue', name: 'VQ_Chat' })).toEqual(['queues', 'callbacks'])
  expect(asked({ kind: 'clock' })).toEqual(['clock'])
  expect(asked({ kind: 'traffic', number: 7 })).toEqual(['traffic', 'wire 1', 'wire 2'])
  expect(asked({ kind: 'mark', number: 7 })).toEqual(['traffic', 'row 7'])
  expect([...markedRows]).toEqual([7])
})

test('a hint that may have changed anything has everything asked again', () => {
  for (const hint of [{ kind: 'settings' }, { kind: 'service', name: 'chat-delay' }] as const)
    expect(asked(hint)).toEqual(Object.keys(everything))
})
