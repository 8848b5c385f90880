import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { renderCurlScript } from './curl-script.ts'

const words = {
  head: 'Callback and chat',
  beforeConnect: 'Wait for the push',
  beforeChat: 'Now the chat',
  beforeTalk: 'Once the agent is there',
}
const id = '369-166652d2-aed6-443c-9781-6bdff370f9a9'
const type = 'multipart/form-data; boundary=----X'
const part = (name: string, value: string) =>
  `------X\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

const row = (path: string, note: string, requestBody = '------X--\r\n') => ({
  method: 'POST',
  path,
  note,
  user: 'me',
  requestHeaders: [['content-type', type]] as [string, string][],
  requestBody,
})

const rows = [
  row(
    '/genesys/1/service/callback/chat-delay',
    'start callback',
    `${part('usr_customer_name', "Bob O'Hara")}------X--\r\n`,
  ),
  row(`/genesys/1/service/${id}/connect`, 'connect'),
  row(
    `/genesys/1/service/${id}/ixn/chat/send`,
    'ixn/chat/send',
    `${part('message', `my $HOME and ${id}`)}------X--\r\n`,
  ),
]

test('a script takes the id from the first answer and names it in every later request', () => {
  const script = renderCurlScript(rows, id, 'http://localhost:8080', words)
  expect(script).not.toContain(id)
  expect(script).toContain('"$BASE/genesys/1/service/$ID/connect"')
  expect(script.indexOf('# Wait for the push')).toBeLessThan(script.indexOf('/connect"'))
  expect(script).not.toContain('# Now the chat')
})

test('a shell reads the script as it is meant, with quotes, dollars and the new id', () => {
  const script = renderCurlScript(rows, id, 'http://localhost:8080', words)
  const fake = `curl() { for word in "$@"; do printf '[%s]' "$word"; done; echo '{"_id": "369-new", "_text": "x"}'; }\n`
  const said = execFileSync('sh', ['-c', fake + script], { encoding: 'utf8' })
  expect(said).toContain('369-new\n')
  expect(said).toContain('[http://localhost:8080/genesys/1/service/369-new/connect]')
  expect(said).toContain('[message=my $HOME and 369-new]')
  expect(said).not.toContain(id)
})

test('a body that is no form is sent as it was', () => {
  const json = { ...row('/genesys/1/service/callback/chat-delay', 'start callback', '{"a":"it\'s"}') }
  const script = renderCurlScript(
    [{ ...json, requestHeaders: [['Content-Type', 'application/json']] }],
    id,
    'http://localhost:8080',
    words,
  )
  expect(script).toContain(`-H 'Content-Type: application/json'`)
  expect(script).toContain(`--data-binary '{"a":"it'\\''s"}'`)
})
