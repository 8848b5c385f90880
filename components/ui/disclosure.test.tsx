import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Disclosure } from './disclosure.tsx'

test('a closed line is the way to the next step inside, an open one is not', () => {
  const drawn = (isOpenAtFirst: boolean) =>
    renderToStaticMarkup(
      <Disclosure summary="Ended" nextStep="dispose-anna" isOpenAtFirst={isOpenAtFirst}>
        <p>inside</p>
      </Disclosure>,
    )
  expect(drawn(false)).toContain('data-next-step="dispose-anna"')
  expect(drawn(true)).not.toContain('data-next-step')
})
