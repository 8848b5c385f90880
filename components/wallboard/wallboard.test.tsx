import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import { backEndsQuery } from '../back-ends-queries.ts'
import { messagesOf } from '../messages/messages.ts'
import type { QueueSample } from '../statistics-history.ts'
import type { TileName } from './tiles.ts'
import { WallboardNotices } from './wallboard-notices.tsx'
import { WallboardTile } from './wallboard-tile.tsx'

const sample: QueueSample = {
  at: 0,
  waiting: 3,
  longestWaitSeconds: 0,
  readyAgents: 0,
  ewtSeconds: null,
  serviceLevelPercent: null,
  abandonedPercent: null,
  answered: 0,
  answeredWaitSeconds: 0,
}

function drawn(what: ReactNode, client = new QueryClient()): string {
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <IntlProvider locale="en" timeZone="UTC" messages={messagesOf('en')}>
        {what}
      </IntlProvider>
    </QueryClientProvider>,
  )
}

const tile = (name: TileName, samples: readonly QueueSample[]) =>
  drawn(
    <WallboardTile
      name={name}
      target={10}
      samples={samples}
      statistics={{ intervalSeconds: 300 } as never}
      queue={{ serviceLevel: { targetSeconds: 20 } } as never}
    />,
  )

test('where there is no estimate the tile says so, and does not promise one', () => {
  expect(tile('ewt', [sample])).toMatch(/>n\/a<.*No estimate/s)
  expect(tile('ewt', [sample])).not.toContain('No value yet')
  expect(tile('ewt', [])).toContain('No value yet')
  expect(tile('serviceLevel', [sample])).toContain('No value yet')
})

test('a verdict and since when it holds are one text, which breaks as one', () => {
  expect(tile('waiting', [sample])).toMatch(/<span>On target <span[^>]*>since [^<]+<\/span><\/span>/)
})

test('what is down is said, and since when nothing was heard', () => {
  const client = new QueryClient()
  const up = { ors: 'up', urs: 'up', statServer: 'up', chatServer: 'up', push: 'up' } as const
  client.setQueryData(backEndsQuery().queryKey, up)
  expect(drawn(<WallboardNotices lostSince={null} />, client)).toMatch(/<output[^>]*><\/output>/)
  client.setQueryData(backEndsQuery().queryKey, { ...up, urs: 'down', statServer: 'down' })
  expect(drawn(<WallboardNotices lostSince={null} />, client)).toContain('Down: URS, StatServer.')
  expect(drawn(<WallboardNotices lostSince="2027-01-01T12:00:00Z" />, client)).toContain('does not answer')
})
