'use client'

import { parseAsArrayOf, parseAsString, useQueryState } from 'nuqs'
import { useEffect, useMemo } from 'react'
import { choiceOf, chosenColumns, usualColumns, type ColumnId } from './callback-columns.ts'
import { useCallbacksStore } from './callbacks-store.ts'

const inAddress = parseAsArrayOf(parseAsString)

/**
 * The columns of the list, and the way to choose others. The reader's choice is kept by the browser, and the address
 * follows it, `?columns=state,queue`; a link that names columns wins while it is looked at, and changes no choice.
 */
export function useColumns(titles: ReadonlyMap<string, string>) {
  const [linked, setLinked] = useQueryState('columns', inAddress)
  const { columns: kept, choose } = useCallbacksStore()
  useEffect(() => {
    if (linked === null && kept !== null) void setLinked([...kept])
  }, [linked, kept, setLinked])
  return {
    columns: useMemo(() => chosenColumns(linked ?? kept ?? usualColumns(titles)), [linked, kept, titles]),
    choose: (chosen: readonly ColumnId[] | null) => {
      const choice = choiceOf(chosen, titles)
      choose(choice)
      void setLinked(choice)
    },
  }
}
