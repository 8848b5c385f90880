/** Whatever random walks lead to, the pages have words for it: as the API says it in English, and in German. */
import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { messagesOf } from '../../components/messages/messages.ts'
import { sayPhrase } from '../../components/say-phrase.ts'
import { Refused } from '../contact-center/refusal.ts'
import type { Because } from '../contact-center/why.ts'
import { renderPhrase } from '../tester/phrases.ts'
import { perform } from './commands.ts'
import { inMemory } from './places.ts'
import { drawWalks } from './search.ts'
import { createWorld } from './world.ts'
import type { World } from './world.ts'

const lookEvery = 10

/** Every reason that can be asked for, of the newest callbacks and of all agents. */
async function reasonsIn({ centre }: World): Promise<Because[]> {
  const reasons: Because[] = []
  for (const { id } of (await centre.callbacks.list({ limit: 30 })).items) {
    const why = await centre.callbacks.why(id)
    reasons.push(why, ...why.also, ...why.agents.flatMap(({ obstacles }) => obstacles))
  }
  for (const { id } of await centre.agents.list()) {
    const why = await centre.agents.why(id)
    reasons.push(why, ...why.customers.flatMap((customer) => customer.reasons))
  }
  return reasons
}

const translator = (locale: 'en' | 'de') =>
  createTranslator({
    locale,
    messages: messagesOf(locale),
    namespace: 'reasons',
    onError: (error) => {
      throw error
    },
  }) as never

const { facts: factNames } = messagesOf('en').why

test('[TA132] in random walks every reason and all that was looked at has its words', async () => {
  const [english, german] = [translator('en'), translator('de')]
  const rules = new Set<string>()
  for (const { seed, commands } of drawWalks({ seed: 12, walks: 6, stepsOfAWalk: 300 })) {
    const world = await createWorld({ seed, place: inMemory(true) })
    for (const [step, command] of commands.entries()) {
      // Who is killed is asked nothing.
      if (command[0] === 'kill') continue
      await perform(world, command).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error
      })
      await world.settle()
      if (step % lookEvery !== 0) continue
      for (const { phrase, sentence, facts, rule } of await reasonsIn(world)) {
        rules.add(rule)
        expect(sayPhrase(english, renderPhrase(phrase))).toBe(sentence)
        expect(sayPhrase(german, renderPhrase(phrase))).not.toBe(sentence)
        expect(Object.keys(facts).filter((name) => !(name in factNames))).toEqual([])
      }
    }
    await world.close()
  }
  // The walks have led to most of them.
  expect(rules.size).toBeGreaterThan(20)
}, 30_000)
