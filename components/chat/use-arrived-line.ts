'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { forgetTries } from '../kept-mutation.ts'
import type { LineUnderWay } from './lines-under-way.ts'

/** Whether this line is among what its sender has said since it was sent. It may come back with the line ends of a form. */
export const hasArrived = (
  { text, after }: LineUnderWay,
  said: readonly { index: number; text: string }[],
): boolean => said.some((one) => one.index > after && one.text.replaceAll('\r\n', '\n') === text)

/**
 * Sees to it that a line which stands in its draft again is not offered twice: the transcript may show, at once or
 * when it is read anew, that it arrived although its answer did not. What failed at its composer has not failed then.
 */
export function useArrivedLine(
  place: string,
  line: LineUnderWay | undefined,
  said: readonly { index: number; text: string }[],
  arrived: () => void,
) {
  const isThere = line?.isBack === true && hasArrived(line, said)
  const client = useQueryClient()
  const look = useEffectEvent(() => {
    arrived()
    forgetTries(client, place)
  })
  useEffect(() => {
    if (isThere) look()
  }, [isThere])
}
