'use client'

import { gmsBase, paths } from '../../server/gms/contract.ts'
import { agentKeys } from '../agents-queries.ts'
import { callbackKeys } from '../callbacks-queries.ts'
import { askGms } from '../gms-client.ts'
import { queueKeys } from '../queues-queries.ts'
import { useSettledMutation } from '../settled-mutation.ts'

export const cancelPath = `${gmsBase}/1/admin/callback/cancel`

/** An administrator's request may name so many. Contract 1.1. */
const idsOfARequest = 1000

/** What became of those that were to be cancelled. */
export interface Cancelled {
  readonly cancelled: readonly string[]
  readonly failed: readonly { readonly _id: string; readonly message: string }[]
}

/** Cancels callbacks as an administrator does: CANCELLED_BY_ADMIN. What cannot be cancelled is told of. */
export function useCancelCallbacks() {
  return useCallbackMutation(async (ids: readonly string[]): Promise<Cancelled> => {
    const done: { cancelled: string[]; failed: Cancelled['failed'][number][] } = { cancelled: [], failed: [] }
    for (let from = 0; from < ids.length; from += idsOfARequest) {
      const some = JSON.stringify(ids.slice(from, from + idsOfARequest))
      const answer = await askGms<Cancelled>(cancelPath, '', [['ids', some]])
      done.cancelled.push(...answer.cancelled)
      done.failed.push(...answer.failed)
    }
    return done
  })
}

/** The path that moves a callback. Contract 1.5. */
export const movePath = (service: string, id: string) => `${paths.start(service)}/${encodeURIComponent(id)}`

/** Gives a callback another time. */
export function useMoveCallback() {
  return useCallbackMutation(
    ({ service, id, desiredAt }: { service: string; id: string; desiredAt: string }) =>
      askGms(movePath(service, id), '', [['_new_desired_time', desiredAt]], 'PUT'),
  )
}

/** Over only when what it changed has been looked at again. */
const useCallbackMutation = <Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) =>
  useSettledMutation([callbackKeys.all, agentKeys.all, queueKeys.all], mutationFn)
