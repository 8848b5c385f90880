import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import { useDraftStore } from '../draft-store.ts'
import { messagesOf } from '../messages/messages.ts'
import { noteField, sentField } from '../note-drafts.ts'
import type { CustomerSession } from './customer-store.ts'
import { lineDraft, notifyDraft } from './drafts.ts'
import { GoneTexts } from './gone-texts.tsx'
import { emptyInbox } from './received.ts'

test('what was typed for a callback that is gone is there to be taken elsewhere, and nothing of others', () => {
  // What is drawn to a text is drawn of the state at the beginning.
  Object.assign(useDraftStore.getInitialState(), {
    drafts: {
      [lineDraft('369-a')]: 'not sent yet',
      [noteField(notifyDraft('369-a'), 'application')]: 'HALF_A_NOTE',
      [noteField(notifyDraft('369-a'), 'display')]: 'as it was sent',
      [sentField(notifyDraft('369-a'), 'display')]: 'as it was sent',
      [lineDraft('369-b')]: 'to somebody else',
    },
  })
  const drawn = renderToStaticMarkup(
    <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
      <QueryClientProvider client={new QueryClient()}>
        <GoneTexts session={{ serviceId: '369-a', inbox: emptyInbox } as CustomerSession} />
      </QueryClientProvider>
    </IntlProvider>,
  )
  expect(drawn).toMatch(/Not sent<.*not sent yet<.*For the agent’s application<.*HALF_A_NOTE</)
  expect(drawn).not.toContain('to somebody else')
  expect(drawn).not.toContain('Shown to the agent')
})
