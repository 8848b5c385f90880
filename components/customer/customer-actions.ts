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
import { useDraftStore } from '../draft-store.ts'
import { forgetTries } from '../kept-mutation.ts'
import { askGms, sendRawToGms, type Fields, type GmsReply, type RawBody } from '../gms-client.ts'
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
import { lineDraft } from './drafts.ts'
import { closeSendAs } from './send-as-store.ts'
import { takeChat } from './take-chat.ts'
import { useSettledMutation, useSettledMutationAt } from '../settled-mutation.ts'

/** The service that the workbench's customers ask for. */
export const serviceName = 'chat-delay'

const changed = [callbackKeys.all, agentKeys.all, queueKeys.all]

/** Over only when what it changed has been looked at again: the next step never shows half of it. */
const useCustomerMutation = <Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) =>
  useSettledMutation(changed, mutationFn)

/** The same of a place of the panel, where its failure stays told in every layout. */
export const useCustomerMutationAt = <Input, Answer>(
  place: string,
  mutationFn: (input: Input) => Promise<Answer>,
) => useSettledMutationAt(place, changed, mutationFn)

function askOperation<T>(
  { user, session }: StartedCustomer,
  operation: ServiceOperation,
  fields: Fields = [],
) {
  return askGms<T>(paths.operation(session.serviceId, operation), user, fields)
}

/**
 * The five fields of the scenario, and those of the app's own behind them; a device that is not pushed to is left out
 * (decision 14).
 */
export function startFields({ form, delivery, user }: Pick<Customer, 'form' | 'delivery' | 'user'>): Fields {
  const device: Fields = [
    ['_device_notification_id', user],
    ['_device_os', form.deviceOs],
  ]
  return [
    ['_customer_number', form.number],
    ['usr_customer_name', form.name],
    ['usr_reason', form.reason],
    ...(delivery === 'push' ? device : []),
    ...form.extra.filter(({ name }) => name !== '').map(({ name, value }) => [name, value] as const),
  ]
}

/** Whether more than one of these fields has this name: GMS keeps the last one only. */
export const isDoubled = (name: string, fields: Fields): boolean =>
  fields.filter(([other]) => other === name).length > 1

/** Begins the session that an answer of start opens. */
function beginSession(customer: Customer, { _id, _text = '' }: StartAnswer) {
  const { user, form } = customer
  const session = newSession(_id, _text, customer)
  // A contact centre that was reset gives the same ids again.
  const { forget, underWay } = useDraftStore.getState()
  forget(lineDraft(_id))
  underWay(lineDraft(_id), null)
  useCustomerStore.getState().change(user, { form, session, draft: '', isAppClosed: false })
}

// By user: a letter may become another customer's.
const startPlace = (user: string) => `start-${user}`
const createChatPlace = ({ serviceId }: CustomerSession) => `create-chat-${serviceId}`

/** Starts the callback with the form as it stands. */
export const useStartCallback = (user: string) =>
  useCustomerMutationAt(startPlace(user), async (customer: Customer) => {
    beginSession(
      customer,
      await askGms<StartAnswer>(paths.start(serviceName), customer.user, startFields(customer)),
    )
  })

/** Sends a body that was put together by hand. When the answer opens a callback, it is this customer's. */
export function useSendAs() {
  const client = useQueryClient()
  return useCustomerMutation(
    async ({
      customer,
      path,
      body,
    }: {
      customer: Customer
      path: string
      body: RawBody
    }): Promise<GmsReply> => {
      const reply = await sendRawToGms(path, customer.user, body)
      const started = path.startsWith(paths.start('')) ? startAnswerIn(reply) : null
      if (started) {
        beginSession(customer, started)
        closeSendAs()
        forgetTries(client, startPlace(customer.user))
      }
      return reply
    },
  )
}

/** The answer of start, if it is one; null for everything else. */
export function startAnswerIn({ status, body }: Pick<GmsReply, 'status' | 'body'>): StartAnswer | null {
  if (status !== 200) return null
  try {
    const answer: unknown = JSON.parse(body)
    const isStart =
      typeof answer === 'object' && answer !== null && '_id' in answer && typeof answer._id === 'string'
    return isStart ? (answer as StartAnswer) : null
  } catch {
    return null
  }
}

/** The customer confirms; the answer brings the address of the chat. */
export function useConnect({ serviceId }: CustomerSession, attempt: number) {
  const client = useQueryClient()
  return useCustomerMutationAt(`connect-${serviceId}-${attempt}`, async (customer: StartedCustomer) => {
    const dialog = await askOperation<StartChatDialog>(customer, 'connect')
    // Whoever confirms once more has not tried to create this chat yet.
    forgetTries(client, createChatPlace(customer.session))
    useCustomerStore.getState().changeSession(customer.session.serviceId, () => ({ dialog }))
  })
}

/** The path to create the chat at: the one `connect` answered, or, where that is lost, the one it always answers. */
export function startChatPath({ dialog, serviceId }: CustomerSession): string {
  return dialog ? new URL(dialog._start_chat_url).pathname : paths.operation(serviceId, 'ixn/chat')
}

/** Creates the chat at the address that `connect` answered. */
export function useCreateChat(place: CustomerSession) {
  const client = useQueryClient()
  return useCustomerMutationAt(
    createChatPlace(place),
    async ({ user, delivery, session }: StartedCustomer) => {
      const { serviceId, submitted } = session
      const { firstName, lastName } = splitName(submitted.name)
      const fields: Fields = [
        ['firstName', firstName],
        ['lastName', lastName],
        ['_verbose', 'false'],
        ['subject', submitted.reason],
        ['email', emailOf(submitted.name)],
      ]
      const isChatPushed = delivery === 'push'
      const answer = await askGms<CreateChatAnswer>(
        startChatPath(session),
        user,
        isChatPushed ? [['notify_by', 'comet'], ...fields] : fields,
      )
      useCustomerStore.getState().changeSession(serviceId, () => ({ isChatPushed }))
      takeChat(serviceId, answer)
      // A device that was there from the beginning has missed nothing: it does not ask for lines.
      client.setQueryData(customerKeys.chat(serviceId), null)
    },
  )
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
export const useEndChat = ({ serviceId }: CustomerSession) =>
  useCustomerMutationAt(`end-chat-${serviceId}`, async (customer: StartedCustomer) => {
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
