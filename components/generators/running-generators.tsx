'use client'

import { useQuery } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { generatorsQuery } from '../generators-queries.ts'
import { servicesQuery } from '../services-queries.ts'
import { arrivalWords } from './arrival-words.ts'

/** The generators that bring this line customers now, with their rates, and the way to where they are set; none: nothing. */
export function RunningGenerators({ queue }: { queue: string }) {
  const t = useTranslations('generators')
  const { data } = useQuery(generatorsQuery())
  const all = data?.filter((generator) => generator.running) ?? []
  // Customers wait in the queue of their service, unless their generator names another one.
  const services = useQuery({
    ...servicesQuery(),
    enabled: all.some((generator) => generator.queue === null),
  })
  const queueOf = (service: string) =>
    services.data?.find(({ name }) => name === service)?.options._urs_virtual_queue
  const running = all.filter((generator) => (generator.queue ?? queueOf(generator.service)) === queue)
  if (running.length === 0) return null
  return (
    <ul className="flex shrink-0 flex-col gap-1 border-b bg-sunken px-3 py-1.5 text-sm">
      {running.map((generator) => (
        <li key={generator.id} className="flex flex-wrap items-center gap-x-2">
          <Play aria-hidden size={12} className="shrink-0 text-success" />
          <span className="min-w-0 flex-1">
            {t('runs', { id: generator.id, arrivals: arrivalWords(t, generator) })}
          </span>
          <Link
            href={`/queue?queue=${encodeURIComponent(queue)}#generators`}
            className="min-h-6 underline decoration-line-strong underline-offset-2 enabled-hover:decoration-text"
          >
            {t('setThem')}
          </Link>
        </li>
      ))}
    </ul>
  )
}
