'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useCallback } from 'react'
import type { TrafficDetail } from '../../server/tester/contract.ts'
import { fetchTraffic, setPinned, trafficDetailQuery, trafficKeys } from '../traffic-queries.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { useToast } from '../ui/toast.tsx'
import { useFailedNotice } from '../use-failed-notice.ts'
import { renderCurl } from './curl.ts'
import { draftOf, isReplayable, replayRequest, type RequestDraft } from './replay.ts'
import { readTraffic } from './traffic-list-query.ts'
import { useOpenedRow } from './wire-address.tsx'

/** What can be done with a row; each says how it went. */
export interface WireActions {
  copyCurl: (number: number) => void
  /** Sends the request of a row again, as it was or as it was edited. */
  replay: (number: number, draft?: RequestDraft) => Promise<void>
  togglePin: (number: number, isPinned: boolean) => void
}

/** A number that no row has: the answer says where the log ends. */
const beyondAll = 999_999_999_999_999
/** The newest rows among which a repetition is looked for. */
const lookedThrough = 200

export function useWireActions(): WireActions {
  const t = useTranslations('wire')
  const client = useQueryClient()
  const announce = useAnnounce()
  const toast = useToast()
  const failed = useFailedNotice()
  const { open } = useOpenedRow()

  const detailOf = useCallback(
    (number: number): Promise<TrafficDetail> => client.fetchQuery(trafficDetailQuery(number)),
    [client],
  )

  const copyCurl = useCallback(
    (number: number) => {
      const copy = async () => {
        const curl = renderCurl(await detailOf(number), window.location.origin)
        if (curl === null) return announce(t('code.none'))
        await navigator.clipboard.writeText(curl)
        toast({ title: t('code.copied') })
      }
      const attempt = (): void =>
        void copy().catch((error: unknown) => failed(t('code.notCopied'), error, attempt))
      attempt()
    },
    [announce, detailOf, failed, t, toast],
  )

  const replay = useCallback(
    (number: number, draft?: RequestDraft) => {
      const send = async () => {
        const sent = draft ?? (await replayable(detailOf(number)))
        if (sent === null) return announce(t('actions.notReplayable'))
        const response = await fetch(...replayRequest(sent, number))
        await response.arrayBuffer()
        void readTraffic(client)
        const repetition = await newestRepetition(number)
        toast({
          title: t('actions.replayed', { status: response.status }),
          ...(repetition === null
            ? {}
            : {
                text: t('actions.replayedAs', { number: repetition, original: number }),
                action: {
                  label: t('actions.openIt', { number: repetition }),
                  onSelect: () => open(repetition),
                },
              }),
        })
        void client.invalidateQueries({ queryKey: trafficKeys.detail(number) })
      }
      const attempt = (): Promise<void> =>
        send().catch((error: unknown) => failed(t('actions.replayFailed'), error, () => void attempt()))
      return attempt()
    },
    [announce, client, detailOf, failed, open, t, toast],
  )

  const togglePin = useCallback(
    (number: number, isPinned: boolean) => {
      const attempt = (): void =>
        void setPinned(number, !isPinned)
          .then(() => {
            announce(t(isPinned ? 'actions.unpinned' : 'actions.pinned', { number }))
            return client.invalidateQueries({ queryKey: trafficKeys.detail(number) })
          })
          .catch((error: unknown) => failed(t('actions.pinFailed'), error, attempt))
      attempt()
    },
    [announce, client, failed, t],
  )

  return { copyCurl, replay, togglePin }
}

async function replayable(reading: Promise<TrafficDetail>): Promise<RequestDraft | null> {
  const detail = await reading
  return isReplayable(detail) && !detail.isTruncated ? draftOf(detail) : null
}

/** The number of the last row that repeats this one; the log has it as soon as it is answered. */
async function newestRepetition(number: number): Promise<number | null> {
  const end = await fetchTraffic(beyondAll, 1)
  const { items } = await fetchTraffic(Math.max(number, end.next - lookedThrough), lookedThrough)
  return items.findLast((row) => row.replayOf === number)?.number ?? null
}
