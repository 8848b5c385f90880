'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { GmsRefusal, sendToGms } from '../gms-client.ts'
import { takeUp } from '../use-other-tabs.ts'
import { randomUser } from '../random-user.ts'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/field.tsx'
import { Tooltips } from '../ui/tooltip.tsx'
import { ThemeToggle } from './theme-toggle.tsx'
import { ClassicFields } from './classic-fields.tsx'
import { useClassicStore } from './classic-store.ts'
import { Log } from './log.tsx'
import { classicOperations, idIn, isHeaderText, pretty, type ClassicOperation } from './operations.ts'
import { useLog } from './use-log.ts'
import { usePushLog } from './use-push-log.ts'

const workbench = '/'

const groups = ['Callback', 'Chat', 'Notifications'] as const

/** The plain customer page: a button for each operation, and a log each for answers and pushes. It works alone. */
export function ClassicPage() {
  const t = useTranslations('classic')
  const { user, id, values, change } = useClassicStore()
  const [isAlive, setIsAlive] = useState(false)
  const [busy, setBusy] = useState<string | null>(null)
  const responses = useLog()
  const push = usePushLog()

  const comeToLife = useEffectEvent(() => {
    const kept = useClassicStore.getState()
    if (kept.user === '') change({ user: randomUser() })
    if (kept.pushFor !== null) push.open(kept.pushFor, true)
    setIsAlive(true)
  })
  useEffect(() => {
    let isGone = false
    void Promise.resolve(takeUp(useClassicStore)).then(() => isGone || comeToLife())
    return () => {
      isGone = true
    }
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
      const message = error instanceof GmsRefusal && error.status === 0 ? t('noAnswerText') : String(error)
      responses.add({ title: `${t('noAnswer')} POST ${path}`, body: message, isFailure: true })
    } finally {
      setBusy(null)
    }
  }

  const isPushOpen = push.openFor !== null
  const isUnfit = !isHeaderText(user)
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4 p-4" aria-busy={!isAlive}>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-lg font-semibold">{t('title')}</h1>
        {/* A plain link: the router's would weigh more than this page's own scripts. */}
        <a
          href={workbench}
          className="rounded-sm text-sm text-muted underline underline-offset-2 enabled-hover:text-text"
        >
          {t('workbench')}
        </a>
        <div className="ml-auto">
          <ThemeToggle />
        </div>
      </header>
      <main className="grid min-w-0 gap-4 wide:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <section
            aria-label={t('whoAndWhat')}
            className="flex flex-col gap-3 rounded-md border bg-surface p-3"
          >
            <Input
              label={t('user')}
              wireName="gms_user"
              className="font-mono text-mono"
              spellCheck={false}
              autoComplete="off"
              value={user}
              hint={t('userHint')}
              error={isUnfit && t('userUnfit')}
              onChange={(event) => change({ user: event.target.value })}
            />
            <output className="block text-sm wrap-anywhere text-warn empty:hidden">
              {push.openFor !== null && push.openFor !== user && t('pushIsFor', { user: push.openFor })}
            </output>
            <Input
              label={t('serviceId')}
              wireName="_id"
              className="font-mono text-mono"
              spellCheck={false}
              autoComplete="off"
              value={id}
              hint={t('serviceIdHint')}
              onChange={(event) => change({ id: event.target.value })}
            />
            <div className="flex flex-wrap items-start gap-2">
              <Button
                disabledReason={
                  isPushOpen ? t('pushIsOn') : user === '' ? t('userFirst') : isUnfit ? t('userOther') : null
                }
                onClick={() => {
                  push.open(user)
                  change({ pushFor: user })
                }}
              >
                {t('connectPush')}
              </Button>
              <Button
                disabledReason={isPushOpen ? null : t('pushIsOff')}
                onClick={() => {
                  push.close()
                  change({ pushFor: null })
                }}
              >
                {t('disconnectPush')}
              </Button>
            </div>
          </section>
          {groups.map((group) => (
            <section
              key={group}
              aria-label={t(`groups.${group}`)}
              className="flex flex-col gap-3 rounded-md border bg-surface p-3"
            >
              <h2 className="text-sm font-semibold">{t(`groups.${group}`)}</h2>
              <ClassicFields group={group} />
              <p id={`${group}-needs`} className="text-xs text-muted">
                {isUnfit
                  ? t('userOther')
                  : id === ''
                    ? t(group === 'Callback' ? 'othersNeedId' : 'allNeedId')
                    : t('sentFor', { id })}
              </p>
              <div className="flex flex-wrap items-start gap-2">
                {classicOperations
                  .filter((operation) => operation.group === group)
                  .map((operation) => (
                    <Button
                      key={operation.name}
                      className="font-mono text-mono"
                      isBusy={busy === operation.name}
                      disabledBy={isUnfit || (operation.needsId && id === '') ? `${group}-needs` : null}
                      request={`POST ${operation.path(id || '{id}', values)}`}
                      onClick={() => void run(operation)}
                    >
                      {operation.label ? t(operation.label) : operation.name}
                    </Button>
                  ))}
              </div>
            </section>
          ))}
        </div>
        <div className="flex min-w-0 flex-col gap-4 wide:sticky wide:top-4 wide:h-window wide:self-start">
          <Log name={t('pushLog')} entries={push.entries} empty={t('pushEmpty')} onClear={push.clear} />
          <Log
            name={t('responseLog')}
            entries={responses.entries}
            empty={t('responseEmpty')}
            onClear={responses.clear}
          />
        </div>
      </main>
      <Tooltips />
    </div>
  )
}
