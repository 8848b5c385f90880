'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { settingsQuery } from '../settings-queries.ts'
import { columnTitlesIn } from './column-titles.ts'

/** What the installation calls submitted parameters in lists, by parameter; null while it is read. */
export function useColumnTitles(): ReadonlyMap<string, string> | null {
  const { data, isPending } = useQuery(settingsQuery())
  const alias = data?.callback.callback_column_alias
  return useMemo(() => (isPending ? null : columnTitlesIn(alias)), [alias, isPending])
}
