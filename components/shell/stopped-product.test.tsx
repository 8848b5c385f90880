import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StoppedProduct } from './stopped-product.tsx'

test('where everything has broken, the message is said and the stack is only in the report', () => {
  const error = new Error('Nothing could be drawn')
  error.stack = 'Error: Nothing could be drawn\n    at draw (chunk.js:1:2)'
  const said = renderToStaticMarkup(<StoppedProduct error={error} language="de" address="/queue" />)
  expect(said).toContain('>Nothing could be drawn</p>')
  expect(said).toContain('>Bericht kopieren</button>')
  expect(said).not.toContain('chunk.js')
})
