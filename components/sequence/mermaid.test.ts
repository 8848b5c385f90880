import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import en from '../messages/en.json'
import type { Arrow } from './arrow.ts'
import { escapeMermaid, renderMermaid } from './mermaid.ts'

const t = createTranslator({ locale: 'en', messages: en, namespace: 'sequence' })

const arrow = (changes: Partial<Arrow>): Arrow => ({
  key: 'x',
  kind: 'request',
  from: 'app',
  to: 'gms',
  says: { wire: 'POST …/connect' },
  phrase: null,
  at: '2026-01-05T10:00:00.000Z',
  row: 1,
  event: null,
  count: 1,
  hasFailed: false,
  ...changes,
})

test.each([
  ['a;b', 'a#59;b'],
  ['#41', '#35;41'],
  ['%%{init}%%', '#37;#37;#123;init#125;#37;#37;'],
  ['<script>', '#60;script#62;'],
  ['two\r\nlines', 'two#13;#10;lines'],
  ['wrap: x', 'wrap#58; x'],
  ['NoWrap: x', 'NoWrap#58; x'],
  ['POST …/connect: 200', 'POST …/connect: 200'],
])('%j is written as %j', (text, escaped) => {
  expect(escapeMermaid(text)).toBe(escaped)
})

test('requests, answers, pushes, events, notes and failures have their own arrows', () => {
  const lines = renderMermaid(
    [
      arrow({}),
      arrow({ kind: 'answer', from: 'gms', to: 'app', says: { wire: '200' } }),
      arrow({ kind: 'push', from: 'gms', to: 'app', says: { wire: 'PUSH service.agentavailable' } }),
      arrow({ kind: 'event', from: 'urs', to: 'agent', says: { event: 'agent-offered' } }),
      arrow({ kind: 'event', from: 'agent', to: 'urs', says: { event: 'offer-missed' }, hasFailed: true }),
      arrow({ kind: 'event', from: 'gms', to: 'gms', says: { event: 'callback-completed' } }),
      arrow({ says: { wire: 'POST …/check-queue-position' }, count: 3 }),
    ],
    t,
  )
  expect(lines).toBe(`sequenceDiagram
  participant app as Customer app
  participant gms as GMS
  participant urs as URS
  participant chat as Chat server
  participant agent as Agent desktop
  app->>gms: POST …/connect
  gms-->>app: 200
  gms-)app: PUSH service.agentavailable
  urs->>agent: reserve, and ring
  agent-xurs: no answer
  Note over gms: callback completed
  app->>gms: POST …/check-queue-position ×3
`)
})
