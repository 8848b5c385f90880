'use client'

import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { CircleQuestionMark, HeartPulse, ServerOff } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useEffect, useId, type ReactNode } from 'react'
import { backEndsQuery, useSwitchBackEnds } from '../back-ends-queries.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { Switch } from '../ui/switch.tsx'
import { Term } from '../ui/term.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { useFailedNotice } from '../use-failed-notice.ts'
import { backEndNames, downOf, type BackEndName } from './back-end-names.ts'

const terms = {
  ors: (name: ReactNode) => <Term name="ors">{name}</Term>,
  urs: (name: ReactNode) => <Term name="urs">{name}</Term>,
  stat: (name: ReactNode) => <Term name="statServer">{name}</Term>,
  chat: (name: ReactNode) => <Term name="chatServer">{name}</Term>,
}

/**
 * The lamp of the top bar: which back ends are down, and switches for all of them. Until they are read, and when they
 * cannot be, it says that nothing is known.
 */
export function BackEndsBadge() {
  const t = useTranslations('backEnds')
  const ui = useTranslations('ui')
  const unknownId = useId()
  const { data, isError, isFetching, refetch } = useQuery(backEndsQuery())
  const switchThem = useSwitchBackEnds()
  const failed = useFailedNotice()
  const switchIt = (name: BackEndName, to: 'up' | 'down') => {
    // By promise: of two that are under way at once, a mutation's own callbacks tell the later one only.
    void switchThem
      .mutateAsync({ [name]: to })
      .catch((error: unknown) =>
        failed(t('notSwitched', { name: t(`names.${name}`) }), error, () => switchIt(name, to)),
      )
  }
  const announce = useAnnounce()
  const down = downOf(data)
  const names = down.map((name) => t(`names.${name}`)).join(', ')
  useEffect(() => {
    if (names !== '') announce(t('isDown', { names }))
  }, [names, announce, t])
  const isKnown = data !== undefined
  const Icon = !isKnown ? CircleQuestionMark : down.length > 0 ? ServerOff : HeartPulse
  return (
    <Popover
      title={t('title')}
      trigger={
        <TextButton
          title={t('title')}
          className={clsx(
            'inline-flex min-h-7 shrink-0 items-center gap-1 rounded-md px-1.5 text-xs font-medium',
            isError && !isKnown
              ? 'bg-warn-soft text-warn'
              : down.length > 0
                ? 'bg-danger-soft text-danger'
                : 'text-muted enabled-hover:bg-hover',
          )}
        >
          <Icon aria-hidden size={14} />
          {down.length > 0 ? (
            // On a narrow page the words would break the bar's line when they come; the banner beneath says them.
            <span className="max-wide:sr-only">{t('isDown', { names })}</span>
          ) : (
            // What is being read is told to those alone who ask: it would come and go with each page.
            <span className={isKnown || !isError ? 'sr-only' : undefined}>
              {t(isKnown ? 'allUp' : 'notKnown')}
            </span>
          )}
        </TextButton>
      }
    >
      <p className="text-muted">{t.rich('means', terms)}</p>
      {!isKnown && (
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-1">
          <p id={unknownId} className={isError ? 'text-sm text-danger' : 'text-sm text-muted'}>
            {t(isError ? 'unreadable' : 'reading')}
          </p>
          {isError && (
            <Button size="small" isBusy={isFetching} onClick={() => void refetch()}>
              {ui('tryAgain')}
            </Button>
          )}
        </div>
      )}
      <div className="flex flex-col gap-2 pt-1">
        {backEndNames.map((name) => (
          <Switch
            key={name}
            label={t(`names.${name}`)}
            hint={t('ifDown', { what: t(`whenDown.${name}`) })}
            isOn={data?.[name] === 'up'}
            disabledBy={isKnown ? null : unknownId}
            request={`PATCH /gmstester/api/back-ends {"${name}":"${data?.[name] === 'down' ? 'up' : 'down'}"}`}
            onChange={(isUp) => switchIt(name, isUp ? 'up' : 'down')}
          />
        ))}
      </div>
    </Popover>
  )
}
