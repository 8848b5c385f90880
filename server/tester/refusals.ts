import { z } from 'zod'
import type { CallbackService } from '../contact-center/contact-center.ts'
import type { RefusalJson, RefusalPage } from './contract.ts'
import { readQuery, wholeNumber } from './input.ts'
import type { TesterLimits } from './limits.ts'
import { route, type Route } from './route.ts'
import type { RuleTexts } from './rules.ts'
import { isoTime } from './time-json.ts'

/** `GET /refusals`: start requests that were refused, newest first. */
export function refusalRoutes(callbacks: CallbackService, limits: TesterLimits, rules: RuleTexts): Route[] {
  const query = z.strictObject({
    before: wholeNumber(1, Number.MAX_SAFE_INTEGER).exactOptional(),
    limit: wholeNumber(1, limits.refusalsPageMax).default(limits.refusalsPageDefault),
  })
  return [
    route('GET', '/refusals', async (c) => {
      const { before = Infinity, limit } = readQuery(c, query)
      const { items, next } = await callbacks.refusals({ before, limit })
      const answer: RefusalPage = {
        items: items.map((refusal): RefusalJson => ({
          number: refusal.number,
          at: isoTime(refusal.at),
          service: refusal.service,
          user: refusal.user,
          code: refusal.code,
          sentence: refusal.message,
          rule: refusal.rule,
          ruleText: rules.get(refusal.rule) ?? '',
          facts: { ...refusal.facts },
          details: refusal.details.map((detail) => ({ ...detail })),
        })),
        next,
      }
      return c.json(answer)
    }),
  ]
}
