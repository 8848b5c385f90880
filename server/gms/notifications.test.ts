import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CallbackId } from '../contact-center/contact-center.ts'
import { startTester, type Tester } from '../testing.ts'
import { paths, type ServiceOperation } from './contract.ts'
import { post } from './testing.ts'

let tester: Tester
let id: CallbackId

beforeEach(async () => {
  tester = await startTester({ agents: ['anna'] })
  ;({ id } = await tester.customer.startCallback())
})
afterEach(() => tester.close())

const ask = async (operation: ServiceOperation, fields: Record<string, string> = {}) => {
  const { status, body } = await post(tester.url, paths.operation(id, operation), fields)
  expect(status).toBe(200)
  return body
}

test('[GM45] either message is enough, and the application\u2019s is renamed on its way', async () => {
  await ask('internal-notification', { _application_message: 'A' })
  await ask('internal-notification', { _display_message: 'D' })
  expect(JSON.stringify(await ask('retrieve-notifications'))).toBe(
    JSON.stringify([
      { _internal_message: 'A', _id: id, _display_message: '' },
      { _internal_message: '', _id: id, _display_message: 'D' },
    ]),
  )
})

test('[GM45] what goes to the agent is JSON in a string, whatever was written', async () => {
  const fields = { _display_message: 'Say "hi" \\ \u20ac', _application_message: '{"a":1}' }
  await ask('agent-notification', fields)
  const [item] = (await ask('retrieve-agent-notifications')) as { message: string; tag: string }[]
  expect(item?.tag).toBe(`agent.message.${id}`)
  expect(item?.message).toContain(', "_internal_message":')
  expect(JSON.parse(item?.message ?? '')).toEqual({
    _id: id,
    _internal_message: '{"a":1}',
    _display_message: 'Say "hi" \\ \u20ac',
  })
})

test('[GM46] a poll answers everything once, in order, both ways', async () => {
  for (const text of ['one', 'two', 'three']) {
    await ask('internal-notification', { _display_message: text })
    await ask('agent-notification', { _display_message: text })
  }
  const forCustomer = (await ask('retrieve-notifications')) as { _display_message: string }[]
  expect(forCustomer.map((message) => message._display_message)).toEqual(['one', 'two', 'three'])
  expect(await ask('retrieve-notifications')).toEqual([])
  const forAgent = (await ask('retrieve-agent-notifications')) as { message: string }[]
  expect(
    forAgent.map(({ message }) => (JSON.parse(message) as { _display_message: string })._display_message),
  ).toEqual(['one', 'two', 'three'])
  expect(await ask('retrieve-agent-notifications')).toEqual([])
})

test('[GM46] without push, the poll tells that an agent is available', async () => {
  await tester.agent('anna').ready()
  const news = { _action: 'get-dialog-user-confirmation-provide_code-false', _id: id }
  expect(await ask('retrieve-notifications')).toEqual([news])
  expect(await ask('retrieve-notifications')).toEqual([])
})
