import { expect, test } from 'vitest'
import { flowAsCurl } from './flow-as-curl.ts'
import { personas } from './personas.ts'

test('the flow can be pasted: the id of start goes into the other calls', () => {
  const flow = flowAsCurl('http://localhost:8080', { ...personas.bob, name: "O'Neil" }, 'u1')
  expect(flow).toContain(`--form-string 'usr_customer_name=O'\\''Neil'`)
  expect(flow).toMatch(/^id=\$\(curl -s -H 'gms_user: u1'/)
  expect(flow.match(/\/service\/\$id\//g)).toHaveLength(5)
})
