import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IntlProvider } from 'use-intl'
import { messagesOf } from '../messages/messages.ts'
import { DetailBayeux } from './detail-bayeux.tsx'
import { detailOf } from './traffic-samples.ts'

test('a message that is nested too deeply for a tree is shown all the same, and says so', () => {
  const deep = '['.repeat(50_000) + ']'.repeat(50_000)
  const requestBody = `[{"channel":"/deep","advice":{"interval":${deep}},"data":${deep}}]`
  const drawn = renderToStaticMarkup(
    <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
      <DetailBayeux detail={detailOf({ protocol: 'bayeux', requestBody })} />
    </IntlProvider>,
  )
  expect(drawn).toContain('/deep')
  expect(drawn).toContain('interval …')
  expect(drawn).toContain('nested too deeply')
})
