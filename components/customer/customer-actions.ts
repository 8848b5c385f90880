'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  paths,
  type ChatAnswer,
  type CreateChatAnswer,
  type ServiceOperation,
  type StartAnswer,
  type StartChatDialog,
} from '../../server/gms/contract.ts'
import { agentKeys } from '../agents-queries.ts'
import { callbackKeys } from '../callbacks-queries.ts'
import { askGms, type Fields } from '../gms-client.ts'
import { queueKeys } from '../queues-queries.ts'
import { customerKeys } from './customer-keys.ts'
import {
  newSession,
  useCustomerStore,
  type Customer,
  type CustomerSession,
  type StartedCustomer,
} from './customer-store.ts'
import { emailOf, splitName } from './personas.ts'
import { takeChat } from './take-chat.ts'

/** The service that the workbench's customers ask for. */
export const serviceName = 'chat-delay'

/** Over only when what it changed has been looked at again: the next step never shows half of it. */
function useCustomerMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all(
        [callbackKeys.all, agentKeys.all, queueKeys.all].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  })
}

function askOperation<T>(
  { user, session }: StartedCustomer,
  operation: ServiceOperation,
  fields: Fields = [],
) {
  useCustomerStore.getState().changeSession(session.serviceId, ({ requests }) => ({ requests: requests + 1 }))
  return askGms<T>(paths.operation(session.serviceId, operation), user, fields)
}

/** The five fields of the scenario; with polling the two of the device are left out (decision 14). */
export function startFields({ form, delivery, user }: Pick<Customer, 'form' | 'delivery' | 'user'>): Fields {
  const fields: Fields = [
    ['_customer_number', form.number],
    ['usr_customer_name', form.name],
    ['usr_reason', form.reason],
  ]
  const device: Fields = [
    ['_device_notification_id', user],
    ['_device_os', 'comet'],
  ]
  return delivery === 'push' ? [...fields, ...device] : fields
}

/** Starts the callback with the form as it stands. */
export const useStartCallback = () =>
  useCustomerMutation(async (customer: Customer) => {
    const answer = await askGms<StartAnswer>(paths.start(serviceName), customer.user, startFields(customer))
    const session = newSession(answer._id, answer._text ?? '', customer)
    useCustomerStore.getState().change(customer.letter, { session, draft: '' })
  })

/** The customer confirms; the answer brings the address of the chat. */
export const useConnect = () =>
  useCustomerMutation(async (customer: StartedCustomer) => {
    const dialog = await askOperation<StartChatDialog>(customer, 'connect')
    useCustomerStore.getState().changeSession(customer.session.serviceId, () => ({ dialog }))
  })

/** The path to create the chat at: the one `connect` answered, or, where that is lost, the one it always answers. */
export function startChatPath({ dialog, serviceId }: CustomerSession): string {
  return dialog ? new URL(dialog._start_chat_url).pathname : paths.operation(serviceId, 'ixn/chat')
}

/** Creates the chat at the address that `connect` answered. */
export function useCreateChat() {
  const client = useQueryClient()
  return useCustomerMutation(async ({ user, session }: StartedCustomer) => {
    const { serviceId, submitted, delivery } = session
    const { firstName, lastName } = splitName(submitted.name)
    const fields: Fields = [
      ['firstName', firstName],
      ['lastName', lastName],
      ['_verbose', 'false'],
      ['subject', submitted.reason],
      ['email', emailOf(submitted.name)],
    ]
    useCustomerStore.getState().changeSession(serviceId, ({ requests }) => ({ requests: requests + 1 }))
    const answer = await askGms<CreateChatAnswer>(
      startChatPath(session),
      user,
      delivery === 'push' ? [['notify_by', 'comet'], ...fields] : fields,
    )
    takeChat(serviceId, answer)
    // A device that was there from the beginning has missed nothing: it does not ask for lines.
    client.setQueryData(customerKeys.chat(serviceId), null)
  })
}

/** Says one line in the chat. */
export const useSay = () =>
  useCustomerMutation(async (input: StartedCustomer & { text: string }) => {
    const answer = await askOperation<ChatAnswer>(input, 'ixn/chat/send', [['message', input.text]])
    takeChat(input.session.serviceId, answer)
  })

/** Tells the other side that the customer types, or no longer does. */
export const useType = () =>
  useMutation({
    mutationFn: (input: StartedCustomer & { isTyping: boolean }) =>
      askOperation<ChatAnswer>(input, input.isTyping ? 'ixn/chat/startTyping' : 'ixn/chat/stopTyping'),
  })

/** The customer leaves; the chat ends. */
export const useEndChat = () =>
  useCustomerMutation(async (customer: StartedCustomer) => {
    takeChat(customer.session.serviceId, await askOperation<ChatAnswer>(customer, 'ixn/chat/disconnect'))
  })

/** Device to agent: a text to show, and one for the agent's application. */
export const useNotifyAgent = () =>
  useCustomerMutation((input: StartedCustomer & { display: string; application: string }) =>
    askOperation<unknown>(input, 'agent-notification', [
      ['_display_message', input.display],
      ['_application_message', input.application],
    ]),
  )
