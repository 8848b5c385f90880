'use client'

import { useEffect, useEffectEvent } from 'react'
import type { LineUnderWay } from './lines-under-way.ts'

/** Whether this line is among what its sender has said since it was sent. It may come back with the line ends of a form. */
export const hasArrived = (
  { text, after }: LineUnderWay,
  said: readonly { index: number; text: string }[],
): boolean => said.some((one) => one.index > after && one.text.replaceAll('\r\n', '\n') === text)

/**
 * Sees to it that a line which stands in its draft again is not offered twice: the transcript may show, at once or
 * when it is read anew, that it arrived although its answer did not.
 */
export function useArrivedLine(
  line: LineUnderWay | undefined,
  said: readonly { index: number; text: string }[],
  arrived: () => void,
) {
  const isThere = line?.isBack === true && hasArrived(line, said)
  const look = useEffectEvent(arrived)
  useEffect(() => {
    if (isThere) look()
  }, [isThere])
}
