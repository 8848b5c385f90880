import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import { useDraftStore } from '../draft-store.ts'
import { messagesOf } from '../messages/messages.ts'
import { noteField, sentField } from '../note-drafts.ts'
import { deviceDraft, draftedForDevices } from './agent-store.ts'
import { Lost } from './lost-answers.tsx'

const drafts = {
  [noteField(deviceDraft('369-a'), 'display')]: 'half a note',
  [noteField(deviceDraft('369-b'), 'application')]: 'TO_ANOTHER_DEVICE',
  [noteField(deviceDraft('369-d'), 'display')]: 'as it was sent',
  [sentField(deviceDraft('369-d'), 'display')]: 'as it was sent',
  'notify-agent-369-c-display': 'from a customer',
}

test('the devices for which something was typed and not sent are known by its fields', () => {
  expect(draftedForDevices(drafts)).toEqual(['369-a', '369-b'])
})

test('what was typed for the device of a chat that is gone is there to be taken elsewhere, and nothing of others', () => {
  // What is drawn to a text is drawn of the state at the beginning.
  Object.assign(useDraftStore.getInitialState(), { drafts })
  const drawn = renderToStaticMarkup(
    <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
      <Lost agent="anna" serviceId="369-a" />
    </IntlProvider>,
  )
  expect(drawn).toMatch(/Shown to the customer<.*half a note<.*Discard the text</)
  expect(drawn).not.toContain('TO_ANOTHER_DEVICE')
  expect(drawn).not.toContain('Not sent<')
})
