/** The ceiling for long-polling: `node:http`, a Map, and one held response per user. It promises nothing else. */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'

export async function start() {
  const byClient = new Map()
  const byUser = new Map()

  function write(response, text) {
    response.writeHead(200, [
      'Content-Type',
      'application/json',
      'Content-Length',
      String(Buffer.byteLength(text)),
    ])
    response.end(text)
  }

  function answerConnect(session, response, id) {
    const reply = JSON.stringify({ channel: '/meta/connect', id, successful: true })
    const events = session.queue
    session.queue = []
    write(response, `[${[...events, reply].join(',')}]`)
  }

  function take(message, response) {
    const { channel, id, clientId } = message
    if (channel === '/meta/handshake') {
      const session = { clientId: randomBytes(16).toString('hex'), queue: [], held: null, heldId: undefined }
      byClient.set(session.clientId, session)
      byUser.set(message.ext.gms_user, session)
      const types = ['long-polling']
      const fields = { version: '1.0', clientId: session.clientId, supportedConnectionTypes: types }
      write(response, `[${JSON.stringify({ channel, id, successful: true, ...fields })}]`)
      return
    }
    const session = byClient.get(clientId)
    if (session === undefined) write(response, `[${JSON.stringify({ channel, id, successful: false })}]`)
    else if (channel !== '/meta/connect')
      write(response, `[${JSON.stringify({ channel, id, successful: true })}]`)
    else if (session.queue.length > 0 || message.advice?.timeout === 0) answerConnect(session, response, id)
    else {
      session.held = response
      session.heldId = id
    }
  }

  const server = createServer((request, response) => {
    const chunks = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => take(JSON.parse(Buffer.concat(chunks).toString())[0], response))
  })
  return {
    server,
    push(user, data) {
      const session = byUser.get(user)
      session.queue.push(JSON.stringify({ channel: '/_genesys', data }))
      if (session.held === null) return
      const { held } = session
      session.held = null
      answerConnect(session, held, session.heldId)
    },
  }
}
