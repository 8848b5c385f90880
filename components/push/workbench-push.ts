'use client'

import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect } from 'react'
import { changesChannel } from '../../server/gms/contract.ts'
import type { ChangeHint } from '../../server/tester/contract.ts'
import { agentKeys } from '../agents-queries.ts'
import { callbackKeys } from '../callbacks-queries.ts'
import { clockKeys } from '../clock-queries.ts'
import { generatorKeys } from '../generators-queries.ts'
import { queueKeys } from '../queues-queries.ts'
import { startAfresh, takeUpAgain } from '../reset.ts'
import { refusalKeys } from '../refusals-queries.ts'
import { statisticsKeys } from '../statistics-queries.ts'
import { listsBehind, markedRows, trafficKeys } from '../traffic-queries.ts'
import { atMostEvery } from './at-most-every.ts'
import { openCometSession } from './comet-session.ts'
import { usePushStore } from './push-store.ts'

const pollEveryMillis = 5_000

/** Which queries a hint says to look at again. The empty key: all of them. */
function keysOf(hint: ChangeHint): QueryKey[] {
  switch (hint.kind) {
    case 'callback':
      // What happens to a callback or an agent also changes what the clock will do next.
      return [callbackKeys.detail(hint.id), clockKeys.all]
    case 'agent':
      return [agentKeys.all, clockKeys.all, statisticsKeys.all]
    case 'queue':
      return [queueKeys.all, statisticsKeys.all]
    case 'generator':
      return [generatorKeys.all, clockKeys.all]
    case 'clock':
      return [clockKeys.all]
    case 'refusal':
      return [refusalKeys.all]
    case 'traffic':
      return [trafficKeys.list]
    case 'mark':
      return [trafficKeys.list, trafficKeys.detail(hint.number)]
    case 'back-ends':
    case 'service':
    case 'settings':
      return [[]]
    case 'reset':
    case 'undone':
      return []
  }
}

/** What takes longer to read than hints take to come: lists of everything, and what is picked from all of the traffic. */
function slowKeysOf(hint: ChangeHint): QueryKey[] {
  switch (hint.kind) {
    case 'callback':
      return [callbackKeys.lists, callbackKeys.newest, callbackKeys.recent, callbackKeys.wire(hint.id)]
    case 'queue':
      // Of synthetic customers only the queue is told.
      return [callbackKeys.lists]
    case 'traffic':
      return [callbackKeys.wires]
    default:
      return []
  }
}

const slowEveryMillis = 1_000
const slowly = new WeakMap<QueryClient, ReturnType<typeof atMostEvery>>()

/** Has what a hint names asked again. After a reset, whoever did it, the page starts afresh, and goes back when it is undone. */
export function lookAgain(client: QueryClient, hint: ChangeHint) {
  if (hint.kind === 'reset') startAfresh(client)
  if (hint.kind === 'undone') void takeUpAgain(client)
  if (hint.kind === 'mark') markedRows.add(hint.number)
  for (const queryKey of keysOf(hint)) void client.invalidateQueries({ queryKey })
  const soon = slowly.get(client) ?? atMostEvery(slowEveryMillis)
  slowly.set(client, soon)
  for (const queryKey of slowKeysOf(hint))
    soon(queryKey.join(' '), () => void client.invalidateQueries({ queryKey }))
}

/**
 * The workbench's one connection: it hears what has changed and lets those queries be asked again. While it is lost,
 * everything is asked again every 5 s, and once more when it is back.
 */
export function useWorkbenchPush() {
  const client = useQueryClient()
  const setWorkbench = usePushStore((store) => store.setWorkbench)
  const isConnected = usePushStore((store) => store.workbench.state === 'connected')

  useEffect(() => {
    let wasSubscribed = false
    const session = openCometSession({
      user: `gmstester-workbench-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`,
      // Marks the session as the observer's, which the traffic log leaves out: watching must not make traffic.
      ext: { gmstester: 'workbench' },
      channel: changesChannel,
      onMessage: (data) => lookAgain(client, data as ChangeHint),
      onState: setWorkbench,
      onSubscribed: () => {
        if (wasSubscribed) listsBehind.add(client)
        wasSubscribed = true
        void client.invalidateQueries()
      },
    })
    return session.close
  }, [client, setWorkbench])

  useEffect(() => {
    if (isConnected) return
    const timer = window.setInterval(() => void client.invalidateQueries(), pollEveryMillis)
    return () => window.clearInterval(timer)
  }, [client, isConnected])
}
