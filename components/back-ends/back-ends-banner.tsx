'use client'

import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { ServerOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { backEndsQuery, useSwitchBackEnds } from '../back-ends-queries.ts'
import { Button } from '../ui/button.tsx'
import { Term } from '../ui/term.tsx'
import { useFailedNotice } from '../use-failed-notice.ts'
import { downOf, type BackEndName } from './back-end-names.ts'

const asTerm = (name: BackEndName) => (words: ReactNode) => <Term name={name}>{words}</Term>

/** What is down and what follows, and a way to bring it up again. Nothing while all is up. `isCompact`: in a panel. */
export function BackEndsBanner({ isCompact = false }: { isCompact?: boolean }) {
  const t = useTranslations('backEnds')
  const { data } = useQuery(backEndsQuery())
  const switchThem = useSwitchBackEnds()
  const failed = useFailedNotice()
  const down = downOf(data)
  const bringUp = (name: BackEndName) =>
    switchThem.mutate(
      { [name]: 'up' },
      {
        onError: (error) =>
          failed(t('notBroughtUp', { name: t(`names.${name}`) }), error, () => bringUp(name)),
      },
    )
  if (down.length === 0) return null
  return (
    <ul
      aria-label={t('title')}
      // On a narrow page it is several lines high: there it comes at the foot, where it moves nothing.
      className="flex shrink-0 flex-col border-danger bg-danger-soft max-medium:order-last max-medium:border-t medium:border-b"
    >
      {down.map((name) => (
        <li
          key={name}
          className={clsx(
            'flex flex-wrap items-center gap-x-2 gap-y-1 px-3',
            isCompact ? 'py-0.5 text-xs' : 'py-1.5 text-sm',
          )}
        >
          <ServerOff aria-hidden size={14} className="shrink-0 text-danger" />
          <p className="min-w-40 flex-1">
            <strong className="font-semibold text-danger">
              {t.rich('isDownHere', {
                name: t(`names.${name}`),
                term: asTerm(name),
              })}
            </strong>{' '}
            {t(`whenDown.${name}`)}
          </p>
          <Button
            size="small"
            isBusy={switchThem.isPending}
            request={`PATCH /gmstester/api/back-ends {"${name}":"up"}`}
            onClick={() => bringUp(name)}
          >
            {t('bringUp')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
