'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { randomUser } from '../customer/customer-store.ts'
import { GmsRefusal, sendToGms } from '../gms-client.ts'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/field.tsx'
import { ThemeToggle } from './theme-toggle.tsx'
import { ClassicFields } from './classic-fields.tsx'
import { useClassicStore } from './classic-store.ts'
import { Log } from './log.tsx'
import { classicOperations, idIn, pretty, type ClassicOperation } from './operations.ts'
import { useLog } from './use-log.ts'
import { usePushLog } from './use-push-log.ts'

const groups = ['Callback', 'Chat', 'Notifications'] as const

/** The plain customer page: a button for each operation, and a log each for answers and pushes. It works alone. */
export function ClassicPage() {
  const { user, id, values, change } = useClassicStore()
  const [isAlive, setIsAlive] = useState(false)
  const [busy, setBusy] = useState<string | null>(null)
  const responses = useLog()
  const push = usePushLog()

  useEffect(() => {
    void Promise.resolve(useClassicStore.persist.rehydrate()).then(() => {
      const state = useClassicStore.getState()
      if (state.user === '') state.change({ user: randomUser() })
      setIsAlive(true)
    })
  }, [])

  const run = async (operation: ClassicOperation) => {
    const path = operation.path(id, values)
    setBusy(operation.name)
    try {
      const reply = await sendToGms(path, user, operation.fields(values, user))
      const started = operation.name === 'start' && reply.status === 200 ? idIn(reply.body) : null
      if (started !== null) change({ id: started })
      responses.add({
        title: `${reply.status} POST ${path}`,
        details: reply.headers.map(([name, value]) => `${name}: ${value}`).join('\n'),
        body: pretty(reply.body),
        isFailure: reply.status >= 400,
      })
    } catch (error) {
      const message = error instanceof GmsRefusal ? error.message : String(error)
      responses.add({ title: `no answer POST ${path}`, body: message, isFailure: true })
    } finally {
      setBusy(null)
    }
  }

  const isPushOpen = push.state !== 'closed'
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4 p-4" aria-busy={!isAlive}>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-lg font-semibold">Classic customer page</h1>
        <Link
          href="/"
          className="rounded-sm text-sm text-muted underline underline-offset-2 enabled-hover:text-text"
        >
          Workbench
        </Link>
        <div className="ml-auto">
          <ThemeToggle />
        </div>
      </header>
      <main className="grid min-w-0 gap-4 wide:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <section aria-label="Who and what" className="flex flex-col gap-3 rounded-md border bg-surface p-3">
            <Input
              label="User"
              wireName="gms_user"
              className="font-mono text-mono"
              spellCheck={false}
              autoComplete="off"
              value={user}
              hint="Header of every request, name of the push session and _device_notification_id of start."
              onChange={(event) => change({ user: event.target.value })}
            />
            <Input
              label="Service id"
              wireName="_id"
              className="font-mono text-mono"
              spellCheck={false}
              autoComplete="off"
              value={id}
              hint="start fills it in; put any other id here to go on with it."
              onChange={(event) => change({ id: event.target.value })}
            />
            <div className="flex flex-wrap items-start gap-2">
              <Button
                disabledReason={isPushOpen ? 'Push is on.' : user === '' ? 'Give a user first.' : null}
                onClick={() => push.open(user)}
              >
                Connect push
              </Button>
              <Button disabledReason={isPushOpen ? null : 'Push is off.'} onClick={push.close}>
                Disconnect push
              </Button>
            </div>
          </section>
          {groups.map((group) => (
            <section
              key={group}
              aria-label={group}
              className="flex flex-col gap-3 rounded-md border bg-surface p-3"
            >
              <h2 className="text-sm font-semibold">{group}</h2>
              <ClassicFields group={group} />
              <div className="flex flex-wrap items-start gap-2">
                {classicOperations
                  .filter((operation) => operation.group === group)
                  .map((operation) => (
                    <Button
                      key={operation.name}
                      className="font-mono text-mono"
                      isBusy={busy === operation.name}
                      disabledReason={operation.needsId && id === '' ? 'Needs a service id.' : null}
                      request={`POST ${operation.path(id || '{id}', values)}`}
                      onClick={() => void run(operation)}
                    >
                      {operation.name}
                    </Button>
                  ))}
              </div>
            </section>
          ))}
        </div>
        <div className="flex min-w-0 flex-col gap-4 wide:sticky wide:top-4 wide:h-[calc(100dvh-2rem)] wide:self-start">
          <Log
            name="Push log"
            entries={push.entries}
            empty="Nothing yet. Connect push before you start a callback."
            onClear={push.clear}
          />
          <Log
            name="Response log"
            entries={responses.entries}
            empty="Nothing yet. Every answer comes here, with its headers."
            onClear={responses.clear}
          />
        </div>
      </main>
    </div>
  )
}
