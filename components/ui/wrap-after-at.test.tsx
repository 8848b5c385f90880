import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { WrapAfterAt } from './wrap-after-at.tsx'

test('a target may break after its @, and text without one is left alone', () => {
  expect(renderToStaticMarkup(<WrapAfterAt text="Billing@StatServer.GA" />)).toBe(
    'Billing@<wbr/>StatServer.GA',
  )
  expect(renderToStaticMarkup(<WrapAfterAt text="comet" />)).toBe('comet')
})
