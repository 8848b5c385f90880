'use client'

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { PausedServicesJson, SettingsJson, TemplateJson } from '../server/tester/contract.ts'
import { askTester } from './tester-client.ts'

/** Sections whose options hold for all services. */
export type Section = 'callback' | 'server'

export const settingsKeys = {
  all: ['settings'] as const,
  sectionOptions: (section: Section) => ['section-options', section] as const,
  pausedServices: ['paused-services'] as const,
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
    mutationFn: (change: SettingsChange) => askTester<SettingsJson>('PATCH', '/settings', change),
    onSuccess: (settings) => client.setQueryData(settingsKeys.all, settings),
  })
}

/** `PUT /paused-services`: replaces the list. */
export function usePutPausedServices() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (services: string[]) =>
      askTester<PausedServicesJson>('PUT', '/paused-services', { services }),
    onSuccess: (list) => client.setQueryData(settingsKeys.pausedServices, list),
  })
}
