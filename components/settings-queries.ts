'use client'

import {
  queryOptions,
  useIsMutating,
  useMutation,
  useMutationState,
  useQueryClient,
} from '@tanstack/react-query'
import type { PausedServicesJson, SettingsJson, TemplateJson } from '../server/tester/contract.ts'
import { askTester } from './tester-client.ts'

/** Sections whose options hold for all services. */
export type Section = 'callback' | 'server'

export const settingsKeys = {
  all: ['settings'] as const,
  sectionOptions: (section: Section) => ['section-options', section] as const,
  pausedServices: ['paused-services'] as const,
  /** Names the changes of settings that are on their way. */
  changes: ['change-settings'] as const,
}

/** The installation's settings. */
export const settingsQuery = () =>
  queryOptions({ queryKey: settingsKeys.all, queryFn: () => askTester<SettingsJson>('GET', '/settings') })

/** The options that a section may have. They never change while the tester runs. */
export const sectionOptionsQuery = (section: Section) =>
  queryOptions({
    queryKey: settingsKeys.sectionOptions(section),
    queryFn: () => askTester<TemplateJson['options']>('GET', `/settings/${section}-options`),
    staleTime: Infinity,
  })

/** The transaction list of paused services. */
export const pausedServicesQuery = () =>
  queryOptions({
    queryKey: settingsKeys.pausedServices,
    queryFn: () => askTester<PausedServicesJson>('GET', '/paused-services'),
  })

export interface SettingsChange extends Partial<Omit<SettingsJson, 'callback' | 'server'>> {
  callback?: Record<string, string | null>
  server?: Record<string, string | null>
}

/** What `useChangeSettings` sends. */
export const settingsRequest = 'PATCH /gmstester/api/settings'

/** A change of one option of the section; null takes it out. */
export const sectionChange = (section: Section, name: string, value: string | null): SettingsChange =>
  section === 'callback' ? { callback: { [name]: value } } : { server: { [name]: value } }

/** `PATCH /settings`. */
export function useChangeSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationKey: settingsKeys.changes,
    mutationFn: (change: SettingsChange) => askTester<SettingsJson>('PATCH', '/settings', change),
    onSuccess: (settings) => client.setQueryData(settingsKeys.all, settings),
  })
}

/** Whether a change of this option is on its way from here. */
export const useIsOptionChanging = (section: Section, name: string): boolean =>
  useIsMutating({
    mutationKey: settingsKeys.changes,
    predicate: ({ state }) => name in ((state.variables as SettingsChange | undefined)?.[section] ?? {}),
  }) > 0

/** A key of the list of paused services that is to be in it, or not. */
export interface PauseChange {
  key: string
  isPaused: boolean
}

/** The list once this has been done to it. */
export const withPause = (list: readonly string[], { key, isPaused }: PauseChange): string[] => [
  ...list.filter((each) => each !== key),
  ...(isPaused ? [key] : []),
]

/**
 * `PUT /paused-services`, which replaces the list: one change after the other, each of the list that is there by then,
 * so that none undoes another. `changes` are those on their way.
 */
export function usePausedServices() {
  const client = useQueryClient()
  const { mutateAsync } = useMutation({
    mutationKey: settingsKeys.pausedServices,
    scope: { id: 'paused-services' },
    mutationFn: async (change: PauseChange) => {
      const { services } = await client.ensureQueryData(pausedServicesQuery())
      return askTester<PausedServicesJson>('PUT', '/paused-services', {
        services: withPause(services, change),
      })
    },
    onSuccess: async (list) => {
      // What is being read may be older than this.
      await client.cancelQueries({ queryKey: settingsKeys.pausedServices })
      client.setQueryData(settingsKeys.pausedServices, list)
    },
  })
  const changes = useMutationState({
    filters: { mutationKey: settingsKeys.pausedServices, status: 'pending' },
    select: ({ state }) => state.variables as PauseChange,
  })
  return { change: mutateAsync, changes }
}
