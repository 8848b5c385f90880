import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import { callbackQuery } from '../callbacks-queries.ts'
import { useDraftStore } from '../draft-store.ts'
import { messagesOf } from '../messages/messages.ts'
import { noteField, sentField } from '../note-drafts.ts'
import { deviceDraft } from './device-drafts.ts'
import { LostAnswers } from './lost-answers.tsx'
import { agentWith, chatWith } from './testing.ts'

const note = (serviceId: string) => noteField(deviceDraft(serviceId), 'display')

test('what was typed for the device of a chat that is gone can be taken elsewhere, unless it was sent as it stands', () => {
  // What is drawn to a text is drawn of the state at the beginning.
  Object.assign(useDraftStore.getInitialState(), {
    drafts: {
      [note('369-gone')]: 'half a note',
      [note('369-here')]: 'to one in front',
      [note('369-over')]: 'to one that is kept',
      [note('369-sent')]: 'as it was sent',
      [sentField(deviceDraft('369-sent'), 'display')]: 'as it was sent',
    },
  })
  const client = new QueryClient()
  for (const id of ['369-gone', '369-here', '369-sent']) client.setQueryData(callbackQuery(id).queryKey, null)
  const drawn = renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
        <LostAnswers agent={agentWith({ interactions: [chatWith('369-here')] })} />
      </IntlProvider>
    </QueryClientProvider>,
  )
  expect(drawn).toMatch(/>369-gone<.*Shown to the customer<.*half a note<.*Discard the text</)
  expect(drawn.match(/Discard the text/g)).toHaveLength(1)
  // There was no answer beside it.
  expect(drawn).not.toContain('Not sent<')
})
