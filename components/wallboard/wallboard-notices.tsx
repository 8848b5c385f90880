'use client'

import { useQuery } from '@tanstack/react-query'
import { RefreshCw, ServerOff, Unplug, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { downOf } from '../back-ends/back-end-names.ts'
import { backEndsQuery } from '../back-ends-queries.ts'
import { useTesterChange } from '../push/use-tester-change.ts'
import { timeOfDay } from '../ui/relative-time.tsx'

/** What is not as it should be, a line each; `lostSince`: when the figures were read, while the tester does not answer. */
export function WallboardNotices({ lostSince }: { lostSince: string | null }) {
  const t = useTranslations('wallboard')
  const nameOf = useTranslations('backEnds.names')
  const down = downOf(useQuery(backEndsQuery()).data).map((name) => nameOf(name))
  const change = useTesterChange()
  return (
    <output className="flex flex-col text-danger empty:hidden">
      {lostSince !== null && <Line icon={Unplug}>{t('lost', { time: timeOfDay(lostSince) })}</Line>}
      {down.length > 0 && <Line icon={ServerOff}>{t('down', { names: down.join(', ') })}</Line>}
      {change?.kind === 'build' && <Line icon={RefreshCw}>{t('newBuild', { version: change.version })}</Line>}
    </output>
  )
}

const Line = ({ icon: Icon, children }: { icon: LucideIcon; children: string }) => (
  <span className="flex items-center gap-2">
    <Icon aria-hidden size="1em" className="shrink-0" />
    {children}
  </span>
)
