'use client'

import { useQuery } from '@tanstack/react-query'
import { parseAsString, useQueryState } from 'nuqs'
import { servicesQuery } from '../services-queries.ts'
import { takesCallbacks } from '../services/parameters.ts'

/** The service of a new installation. */
export const usualService = 'chat-delay'

/** The service that the page shows how to call: the chosen one, which stands in the address, else the usual one. */
export function useTriedService() {
  const { data, error, refetch } = useQuery(servicesQuery())
  const [chosen, setChosen] = useQueryState('service', parseAsString)
  const services = data?.filter(takesCallbacks)
  const named = (name: string | null) => services?.find((service) => service.name === name)
  const service = named(chosen) ?? named(usualService) ?? services?.[0]
  return {
    /** Those that take callbacks; undefined while they are not read. */
    services,
    /** Undefined while there is none that takes callbacks, or none is known. */
    service,
    choose: (name: string) => void setChosen(name),
    error,
    retry: () => void refetch(),
  }
}
