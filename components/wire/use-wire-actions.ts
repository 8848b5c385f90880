'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useCallback } from 'react'
import type { TrafficDetail, TrafficSummary } from '../../server/tester/contract.ts'
import { fetchTraffic, markedRows, trafficDetailQuery, trafficKeys } from '../traffic-queries.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { copyText } from '../ui/copy-text.ts'
import { useToast } from '../ui/toast.tsx'
import { reach } from '../tester-client.ts'
import { useFailedNotice } from '../use-failed-notice.ts'
import { renderCurl, whyNoCode } from './curl.ts'
import { setComment, setPinned } from './mark-row.ts'
import { changedBy, draftOf, replayRequest, takesBody, whyNotReplayed, type RequestDraft } from './replay.ts'
import { isOfThisLog, isSameRow, OtherLog, type RowIdentity } from './row-identity.ts'
import { readTraffic } from './traffic-list-query.ts'
import { useOpenedRow } from './wire-address.tsx'

/** What can be done with a row; each says how it went. */
export interface WireActions {
  copyCurl: (number: number) => void
  /** Sends the request of a row again, as it was; that of another row, which has its number by now, is not sent. */
  replay: (row: RowIdentity) => Promise<void>
  /** Sends it as it was edited. Fails when it could not be sent: whoever edits it says so, and keeps it. */
  send: (row: RowIdentity, draft: RequestDraft) => Promise<void>
  /** Pins a row, or takes its pin off. */
  togglePin: (row: RowIdentity & Pick<TrafficSummary, 'isPinned'>) => void
  /**
   * Writes on a row, or takes off what is written. Fails when it was refused, and with `OtherLog` when the number is
   * another row's by now: whoever writes says so, and keeps it.
   */
  comment: (row: RowIdentity, text: string | null) => Promise<void>
}

/** A number that no row has: the answer says where the log ends. */
const beyondAll = 999_999_999_999_999
/** The newest rows among which a repetition is looked for. */
const lookedThrough = 200

export function useWireActions(): WireActions {
  const t = useTranslations('wire')
  const ui = useTranslations('ui')
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
        const detail = await detailOf(number)
        const curl = renderCurl(detail, window.location.origin)
        if (curl === null) return toast({ tone: 'info', title: t(`code.${whyNoCode(detail) ?? 'none'}`) })
        if (await copyText(curl)) return toast({ title: t('code.copied') })
        toast({
          tone: 'danger',
          title: t('code.notCopied'),
          text: ui('notAllowedSaid'),
          action: { label: ui('tryAgain'), onSelect: attempt },
        })
      }
      const attempt = (): void =>
        void copy().catch((error: unknown) => failed(t('code.notCopied'), error, attempt))
      attempt()
    },
    [detailOf, failed, t, toast, ui],
  )

  const sayOther = useCallback(
    ({ number }: RowIdentity) => toast({ tone: 'info', title: t('detail.otherRow', { number }) }),
    [t, toast],
  )

  const send = useCallback(
    async (row: RowIdentity, draft: RequestDraft) => {
      const { number } = row
      // In a later log it would be said to repeat a request that has nothing to do with it.
      const original = (await isOfThisLog(row)) ? number : null
      const response = await reach(...replayRequest(draft, original))
      await response.arrayBuffer()
      void readTraffic(client)
      // It was sent, whether its row is found or not.
      const repetition = original === null ? null : await newestRepetition(original).catch(() => null)
      const unsent = changedBy(draft.headers)
      const words = [
        repetition !== null && t('actions.replayedAs', { number: repetition, original: number }),
        unsent.length > 0 && t('actions.leftOut', { names: unsent.join(', ') }),
        draft.body !== '' && !takesBody(draft.method) && t('actions.bodyLeftOut', { method: draft.method }),
      ]
      const text = words.filter(Boolean).join(' ')
      toast({
        title: t('actions.replayed', { status: response.status }),
        ...(text === '' ? {} : { text }),
        ...(repetition === null
          ? {}
          : {
              action: {
                label: t('actions.openIt', { number: repetition }),
                onSelect: () => open(repetition),
              },
            }),
      })
      void client.invalidateQueries({ queryKey: trafficKeys.detail(number) })
    },
    [client, open, t, toast],
  )

  const replay = useCallback(
    (row: RowIdentity) => {
      const sendAsItWas = async () => {
        const detail = await detailOf(row.number)
        if (!isSameRow(detail, row)) return sayOther(row)
        const reason = whyNotReplayed(detail)
        if (reason !== null) return toast({ tone: 'info', title: t(`actions.${reason}`) })
        return send(detail, draftOf(detail))
      }
      const attempt = (): Promise<void> =>
        sendAsItWas().catch((error: unknown) =>
          failed(t('actions.replayFailed'), error, () => void attempt()),
        )
      return attempt()
    },
    [detailOf, failed, sayOther, send, t, toast],
  )

  /** Here at once; other pages hear of it. */
  const readMarked = useCallback(
    (number: number) => {
      markedRows.add(number)
      void readTraffic(client)
      return client.invalidateQueries({ queryKey: trafficKeys.detail(number) })
    },
    [client],
  )

  const togglePin = useCallback(
    (row: RowIdentity & Pick<TrafficSummary, 'isPinned'>) => {
      const { number, isPinned } = row
      const toggle = async () => {
        if (!(await isOfThisLog(row))) return sayOther(row)
        await setPinned(number, !isPinned)
        announce(t(isPinned ? 'actions.unpinned' : 'actions.pinned', { number }))
        return readMarked(number)
      }
      const attempt = (): void =>
        void toggle().catch((error: unknown) => failed(t('actions.pinFailed'), error, attempt))
      attempt()
    },
    [announce, failed, readMarked, sayOther, t],
  )

  const comment = useCallback(
    async (row: RowIdentity, text: string | null) => {
      const { number } = row
      if (!(await isOfThisLog(row))) throw new OtherLog(row)
      await setComment(number, text)
      announce(t(text === null ? 'comment.removed' : 'comment.saved', { number }))
      void readMarked(number)
    },
    [announce, readMarked, t],
  )

  return { copyCurl, replay, send, togglePin, comment }
}

/** The number of the last row that repeats this one; the log has it as soon as it is answered. */
async function newestRepetition(number: number): Promise<number | null> {
  const end = await fetchTraffic(beyondAll, 1)
  const { items } = await fetchTraffic(Math.max(number, end.next - lookedThrough), lookedThrough)
  return items.findLast((row) => row.replayOf === number)?.number ?? null
}
