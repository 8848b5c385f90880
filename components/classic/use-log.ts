'use client'

import { useCallback, useState } from 'react'
import { logMax, type LogEntry } from './log.tsx'

/** A bounded log: `add` numbers its entries, the oldest fall out. */
export function useLog() {
  const [entries, setEntries] = useState<LogEntry[]>([])
  const add = useCallback(
    (entry: Partial<Omit<LogEntry, 'number' | 'at'>> & { title: string }) =>
      setEntries((was) =>
        [
          ...was,
          {
            details: '',
            body: '',
            isFailure: false,
            ...entry,
            number: (was.at(-1)?.number ?? 0) + 1,
            at: Date.now(),
          },
        ].slice(-logMax),
      ),
    [],
  )
  const clear = useCallback(() => setEntries([]), [])
  return { entries, add, clear }
}
