'use client'

import {
  keepPreviousData,
  queryOptions,
  useIsMutating,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import type { ServiceJson, TargetExplanationJson, TemplateJson } from '../server/tester/contract.ts'
import { agentKeys } from './agents-queries.ts'
import { askTester } from './tester-client.ts'

export const serviceKeys = {
  all: ['services'] as const,
  templates: ['templates'] as const,
  /** Names the changes of services that are on their way. */
  changes: ['change-service'] as const,
  /** Below the agents: whom a target means changes with them. */
  target: (text: string) => [...agentKeys.all, 'target', text] as const,
}

/** The configured services with their effective options. */
export const servicesQuery = () =>
  queryOptions({ queryKey: serviceKeys.all, queryFn: () => askTester<ServiceJson[]>('GET', '/services') })

/** The Common Default Configurations. They never change while the tester runs. */
export const templatesQuery = () =>
  queryOptions({
    queryKey: serviceKeys.templates,
    queryFn: () => askTester<TemplateJson[]>('GET', '/templates'),
    staleTime: Infinity,
  })

/** `GET /targets/explain`: whom a text means as `_target`. The last answer stays while the next is on its way. */
export const targetQuery = (text: string) =>
  queryOptions({
    queryKey: serviceKeys.target(text),
    queryFn: () =>
      askTester<TargetExplanationJson>('GET', `/targets/explain?${new URLSearchParams({ target: text })}`),
    placeholderData: keepPreviousData,
  })

/** The call about one service, as the API's path. */
export const servicePath = (name: string) => `/services/${encodeURIComponent(name)}`

/** A mutation that is over when the services have been looked at again. */
function useServiceMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: serviceKeys.changes,
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: serviceKeys.all }),
  })
}

interface PatchInput {
  name: string
  options: Record<string, string | null>
}

/** Whether a change of this parameter of the service is on its way from here. */
export const useIsParameterChanging = (service: string, name: string): boolean =>
  useIsMutating({
    mutationKey: serviceKeys.changes,
    predicate: ({ state }) => {
      const input = state.variables as Partial<PatchInput> | undefined
      return input?.name === service && name in (input.options ?? {})
    },
  }) > 0

/** `PUT /services/{name}`. */
export const usePutService = () =>
  useServiceMutation((input: { name: string; template: string; options: Record<string, string> }) =>
    askTester<ServiceJson>('PUT', servicePath(input.name), {
      template: input.template,
      options: input.options,
    }),
  )

/** `PATCH /services/{name}`; null returns an option to its default. */
export const usePatchService = () =>
  useServiceMutation((input: PatchInput) =>
    askTester<ServiceJson>('PATCH', servicePath(input.name), { options: input.options }),
  )

/** `DELETE /services/{name}`. */
export const useDeleteService = () =>
  useServiceMutation((input: { name: string }) => askTester<void>('DELETE', servicePath(input.name)))
