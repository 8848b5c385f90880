'use client'

import { useEffect } from 'react'
import type { CallbackDetailJson } from '../../server/tester/contract.ts'
import { useCallbackOf } from '../customer/use-selected-callback.ts'
import { observedName } from '../customer-name.ts'
import { MakeReady } from '../make-ready.tsx'
import { Timeline } from '../timeline.tsx'
import { Badge } from '../ui/badge.tsx'
import { Loading } from '../ui/loading.tsx'
import { useUiStore } from '../ui-store.ts'
import { ClientTurn } from './client-turn.tsx'

/** A callback that a client of the reader's own has started: how it goes, and what that client has to do next. */
export function ObservedView({ serviceId }: { serviceId: string }) {
  const selectCallback = useUiStore((store) => store.selectCallback)
  const callback = useCallbackOf(serviceId)
  const isGone = callback === null
  useEffect(() => {
    if (isGone) selectCallback(null)
  }, [isGone, selectCallback])
  if (!callback) return <Loading what="Looking the callback up…" />
  return (
    <div className="flex flex-col gap-4 p-3">
      <Head callback={callback} />
      <Turn callback={callback} />
      <section aria-labelledby="observed-timeline" className="flex flex-col gap-2">
        <h4 id="observed-timeline" className="text-sm font-semibold">
          What has happened
        </h4>
        <Timeline items={callback.timeline} />
      </section>
    </div>
  )
}

function Head({ callback }: { callback: CallbackDetailJson }) {
  const { id, user, service, hasPush, state, reason } = callback
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="min-w-0 font-semibold break-words">{observedName(callback)}</h3>
        <Badge tone={hasPush ? 'success' : 'warn'}>{hasPush ? 'push' : 'polling'}</Badge>
        <code className="ml-auto">
          {state}
          {reason && ` ${reason}`}
        </code>
      </div>
      <p className="text-sm text-muted">
        A client of your own started this callback; this page only watches it.
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 font-mono text-mono">
        {[
          ['gms_user', user ?? '–'],
          ['_id', id],
          ['service', service],
        ].map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Turn({ callback }: { callback: CallbackDetailJson }) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-md border bg-sunken p-3 *:max-w-full">
      <TurnOf callback={callback} />
    </div>
  )
}

function TurnOf({ callback }: { callback: CallbackDetailJson }) {
  switch (callback.step) {
    case 'requested':
    case 'waiting':
    case 'chat-created':
      return (
        <>
          <p className="font-medium">{callback.waitingFor ?? 'The contact centre is at work.'}</p>
          <MakeReady />
        </>
      )
    case 'agent-available':
      return <ClientTurn callback={callback} operation="connect" />
    case 'confirmed':
      return <ClientTurn callback={callback} operation="ixn/chat" />
    case 'talking':
      return (
        <p>
          Customer and agent talk. The agent’s panel shows the chat; the wire, what your client hears of it.
        </p>
      )
    case 'done':
      return (
        <p>
          {callback.chat ? 'The chat is over.' : 'The callback is over.'} The wire has kept what crossed it.
        </p>
      )
  }
}
