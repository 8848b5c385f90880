'use client'

import { useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { QueueJson } from '../../server/tester/contract.ts'
import { entryPath, useMoveInLine, usePrioritise, useRemoveFromLine } from '../queues-queries.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { MenuItem } from '../ui/menu.tsx'
import { useFailedNotice } from '../use-failed-notice.ts'
import { CallbackWhy } from '../why/callback-why.tsx'
import type { QueueEntry } from './positions.ts'
import { PriorityDialog } from './priority-dialog.tsx'

interface EntryActions {
  move: (entry: QueueEntry, position: number) => void
  /** A synthetic customer at once; a real one once the reader has said so. */
  remove: (entry: QueueEntry) => void
  askPriority: (entry: QueueEntry) => void
  askWhy: (entry: QueueEntry) => void
  itemsOf: (entry: QueueEntry) => readonly MenuItem[]
  dialogs: ReactNode
}

type MoveName = 'up' | 'down' | 'first' | 'last'

const moveKeys: Readonly<Partial<Record<MoveName, string>>> = { up: 'Alt ↑', down: 'Alt ↓' }

type Asked = { about: QueueEntry; what: 'priority' | 'removal' | 'why' }

/** What can be done with somebody in line, by keys, by menu and by dragging alike; `onWhy` in the place of a window. */
export function useEntryActions(
  queue: QueueJson,
  nameOf: (entry: QueueEntry) => string,
  onWhy?: (entry: QueueEntry) => void,
): EntryActions {
  const t = useTranslations('queue')
  const keys = useTranslations('shortcuts.keys')
  const announce = useAnnounce()
  const failed = useFailedNotice()
  const [asked, setAsked] = useState<Asked | null>(null)
  const moving = useMoveInLine()
  const prioritising = usePrioritise()
  const removing = useRemoveFromLine()
  const of = ({ serviceId }: QueueEntry) => ({ queue: queue.name, serviceId })
  const close = () => setAsked(null)

  const move = (entry: QueueEntry, position: number) => {
    const who = nameOf(entry)
    announce(t('movedTo', { who, position }))
    moving.mutate(
      { ...of(entry), position },
      {
        onError: (error) => failed(t('notMoved', { who }), error, () => move(entry, position)),
      },
    )
  }
  const removeNow = (entry: QueueEntry) => {
    const who = nameOf(entry)
    close()
    removing.mutate(of(entry), {
      onSuccess: () => announce(t('removed', { who })),
      onError: (error) => failed(t('notRemoved', { who }), error, () => removeNow(entry)),
    })
  }
  const remove = (entry: QueueEntry) => {
    if (entry.isSynthetic) removeNow(entry)
    else setAsked({ about: entry, what: 'removal' })
  }
  const prioritise = (entry: QueueEntry, priority: number) => {
    const who = nameOf(entry)
    close()
    prioritising.mutate(
      { ...of(entry), priority },
      {
        onSuccess: () => announce(t('prioritised', { who, priority })),
        onError: (error) => failed(t('notPrioritised', { who }), error, () => prioritise(entry, priority)),
      },
    )
  }
  const askPriority = (entry: QueueEntry) => setAsked({ about: entry, what: 'priority' })
  const askWhy = onWhy ?? ((entry: QueueEntry) => setAsked({ about: entry, what: 'why' }))

  const itemsOf = (entry: QueueEntry): readonly MenuItem[] => {
    const request = `/gmstester/api${entryPath(of(entry))}`
    const { length } = queue.entries
    const whenFirst = entry.position === 1 ? t('isFirst') : null
    const whenLast = entry.position === length ? t('isLast') : null
    const moveTo = (key: MoveName, position: number, disabledReason: string | null): MenuItem => {
      const shortcut = moveKeys[key]
      return {
        key,
        label: t(`moves.${key}`),
        request: `PATCH ${request} {"position":${position}}`,
        ...(shortcut === undefined ? {} : { shortcut }),
        disabledReason,
        onSelect: () => move(entry, position),
      }
    }
    return [
      moveTo('up', entry.position - 1, whenFirst),
      moveTo('down', entry.position + 1, whenLast),
      moveTo('first', 1, whenFirst),
      moveTo('last', length, whenLast),
      {
        key: 'priority',
        label: t('setPriority'),
        request: `PATCH ${request} {"priority":…}`,
        shortcut: 'P',
        onSelect: () => askPriority(entry),
      },
      {
        key: 'why',
        label: t('askWhy'),
        request: `GET /gmstester/api/callbacks/${entry.serviceId}/why`,
        shortcut: 'Enter',
        onSelect: () => askWhy(entry),
      },
      {
        key: 'remove',
        label: t('removeFromLine'),
        request: `DELETE ${request}`,
        shortcut: keys('delete'),
        isDanger: true,
        onSelect: () => remove(entry),
      },
    ]
  }

  const who = asked ? nameOf(asked.about) : ''
  const dialogs = (
    <>
      {asked?.what === 'priority' && (
        <PriorityDialog
          who={who}
          entry={asked.about}
          request={`PATCH /gmstester/api${entryPath(of(asked.about))}`}
          onSet={(priority) => prioritise(asked.about, priority)}
          onClose={close}
        />
      )}
      <Dialog
        isOpen={asked?.what === 'removal'}
        onOpenChange={(isOpen) => !isOpen && close()}
        title={t('removeTitle', { who })}
        footer={
          asked && (
            <>
              <Button onClick={close}>{t('keepInLine')}</Button>
              <Button
                variant="danger"
                request={`DELETE /gmstester/api${entryPath(of(asked.about))}`}
                onClick={() => removeNow(asked.about)}
              >
                {t('removeFromLine')}
              </Button>
            </>
          )
        }
      >
        <p>{t('removeMeans')}</p>
      </Dialog>
      <Dialog
        isOpen={asked?.what === 'why'}
        onOpenChange={(isOpen) => !isOpen && close()}
        title={t('whyTitle', { who })}
        size="large"
      >
        {asked && <CallbackWhy id="why-in-line" serviceId={asked.about.serviceId} who={who} />}
      </Dialog>
    </>
  )
  return { move, remove, askPriority, askWhy, itemsOf, dialogs }
}
