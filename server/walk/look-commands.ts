/** What may be asked at any time. Whoever asks changes nothing. */
import * as fc from 'fast-check'
import { callbackStates } from '../contact-center/contact-center.ts'
import { anAgent, any, callbackAt, look, waiting, which } from './kind.ts'

const someone = fc.record({ which })
const minutes = fc.integer({ min: -20, max: 60 })

export const lookCommands = {
  'check-position': look(2, someone, async (world, { which: index }) =>
    world.centre.callbacks.position(await callbackAt(world, index, waiting)),
  ),
  'ask-why': look(2, someone, async (world, { which: index }) =>
    world.centre.callbacks.why(await callbackAt(world, index, any)),
  ),
  'ask-agent-why': look(1, fc.record({ agent: anAgent }), ({ centre }, { agent }) =>
    centre.agents.why(agent),
  ),
  'look-at-callback': look(1, someone, async (world, { which: index }) => {
    const id = await callbackAt(world, index, any)
    await world.centre.callbacks.history(id)
    return world.centre.callbacks.get(id)
  }),
  query: look(
    1,
    fc.record({
      operand: fc.constantFrom<'AND' | 'OR'>('AND', 'OR'),
      terms: fc.array(
        fc.record({
          key: fc.constantFrom('_customer_number', 'usr_customer_name', 'a', 'missing'),
          value: fc.constantFrom('4082652649', 'b', ''),
          isNot: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      service: fc.option(fc.constantFrom('chat-delay', 'call', 'nothing')),
      states: fc.option(fc.subarray([...callbackStates])),
      from: fc.option(minutes),
      to: fc.option(minutes),
      max: fc.option(fc.integer({ min: 1, max: 5 })),
    }),
    (world, { operand, terms, service, states: among, from, to, max }) =>
      world.centre.callbacks.query({
        operand,
        terms,
        ...(service === null ? {} : { service }),
        ...(among === null ? {} : { states: among }),
        ...(from === null ? {} : { from: world.now() + from * 60_000 }),
        ...(to === null ? {} : { to: world.now() + to * 60_000 }),
        ...(max === null ? {} : { max }),
      }),
  ),
  'list-callbacks': look(
    1,
    fc.record({
      state: fc.option(fc.constantFrom(...callbackStates)),
      lookup: fc.option(fc.constant({ key: '_customer_number', value: '4082652649' })),
      limit: fc.integer({ min: 1, max: 5 }),
    }),
    async ({ centre }, { state, lookup, limit }) => {
      const wanted = { ...(state === null ? {} : { state }), ...(lookup === null ? {} : { lookup }), limit }
      const { next } = await centre.callbacks.list(wanted)
      return next === null ? [] : centre.callbacks.list({ ...wanted, after: next })
    },
  ),
  'count-callbacks': look(
    0.5,
    fc.record({ services: fc.subarray(['chat-delay', 'loans']) }),
    (world, details) => world.centre.callbacks.count(details.services),
  ),
  availability: look(
    0.5,
    fc.record({ service: fc.constantFrom('chat-delay', 'loans', 'hours', 'nothing'), minutes }),
    (world, { service, minutes: from }) =>
      world.centre.callbacks.availability(service, {
        start: world.now() + from * 60_000,
        end: world.now() + 3_600_000,
      }),
  ),
  'list-refusals': look(0.5, fc.record({ limit: fc.integer({ min: 1, max: 5 }) }), ({ centre }, { limit }) =>
    centre.callbacks.refusals({ before: Infinity, limit }),
  ),
  'look-at-statistics': look(0.5, fc.constant({}), ({ centre }) =>
    centre.statistics.get({ intervalSeconds: 900 }),
  ),
}
