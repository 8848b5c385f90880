import { expect, test } from 'vitest'
import type { AgentJson } from '../../server/tester/contract.ts'
import { autoFieldOf, autoFormOf, drawnBy, readAutoForm } from './auto-form.ts'
import { agentWith } from './testing.ts'

const drawn: AgentJson['auto'] = {
  answerDelay: { distribution: 'fixed', seconds: 2 },
  talk: { distribution: 'exponential', meanSeconds: 180 },
  lines: ['Hello', 'Bye'],
  lineInterval: { distribution: 'log-normal', meanSeconds: 5, deviationSeconds: 2 },
  wrapUp: { distribution: 'fixed', seconds: 9 },
  breaks: { everySeconds: 600, forSeconds: 60 },
}

test('the form shows lengths as seconds and the script line by line', () => {
  expect(autoFormOf(agentWith({ auto: drawn }), 'unused')).toEqual({
    answerSeconds: '2',
    script: 'Hello\nBye',
    lineSeconds: '5',
    talkSeconds: '180',
  })
  expect(autoFormOf(agentWith(), 'Hi').script).toBe('Hi')
})

test('what is read is fixed lengths and the lines that say something; the rest stays', () => {
  const form = { answerSeconds: '3', script: ' Hello \n\nBye', lineSeconds: '0.5', talkSeconds: '20' }
  expect(readAutoForm(form, agentWith({ auto: drawn }))).toEqual({
    auto: {
      answerDelay: { distribution: 'fixed', seconds: 3 },
      lines: ['Hello', 'Bye'],
      lineInterval: { distribution: 'fixed', seconds: 0.5 },
      talk: { distribution: 'fixed', seconds: 20 },
      wrapUp: { distribution: 'fixed', seconds: 9 },
      breaks: { everySeconds: 600, forSeconds: 60 },
    },
  })
})

test('a length whose number stays is drawn as it was, and the form says so', () => {
  const agent = agentWith({ auto: drawn })
  const form = { ...autoFormOf(agent, ''), script: 'Hello', lineSeconds: '6' }
  expect(readAutoForm(form, agent)).toMatchObject({
    auto: { talk: drawn?.talk, lineInterval: { distribution: 'fixed', seconds: 6 }, lines: ['Hello'] },
  })
  expect(drawnBy('talkSeconds', form, agent)).toBe('exponential')
  expect(drawnBy('lineSeconds', form, agent)).toBeNull()
  expect(drawnBy('answerSeconds', form, agent)).toBeNull()
  expect(drawnBy('talkSeconds', form, agentWith())).toBeNull()
})

test('what is no length of time is told by field', () => {
  const form = { answerSeconds: '', script: '', lineSeconds: 'x', talkSeconds: '-1' }
  expect(readAutoForm(form, agentWith())).toEqual({
    faults: { answerSeconds: 'number', lineSeconds: 'number', talkSeconds: 'number' },
  })
})

test('a detail of the server finds its field', () => {
  expect(autoFieldOf('auto.lines.0')).toBe('script')
  expect(autoFieldOf('auto.talk.meanSeconds')).toBe('talkSeconds')
  expect(autoFieldOf('auto.breaks.everySeconds')).toBeNull()
})
