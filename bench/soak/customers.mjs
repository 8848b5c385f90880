/** Customers with the official library of CometD, who want an agent again and again. */
import { setTimeout as pause } from 'node:timers/promises'
import { CometD } from 'cometd'
import { adapt } from 'cometd-nodejs-client'

/** By this machine's clock; of the contact centre's it is twenty minutes. */
const patience = 20_000
/** One visit begins so long after the other, however busy the machine is: what is kept of them wanders less. */
const visitEvery = 4000
/** Of so many visits one ends with the network. */
const dropEvery = 4

// Without cookies: with a common jar they would all be tabs of one browser.
adapt({
  cookies: {
    storeCookie: (_uri, _header, done) => done(),
    retrieveCookies: (_x, _uri, done) => done(null, []),
  },
})

/** Connects and subscribes; `until` resolves with the first message of the channel that fits, null after a while. */
export async function openDevice({ url, user, transport, channel = '/_genesys' }) {
  const cometd = new CometD()
  for (const type of cometd.getTransportTypes()) if (type !== transport) cometd.unregisterTransport(type)
  cometd.configure({
    url: `${url}/genesys/cometd`,
    logLevel: 'error',
    connectTimeout: 3000,
    maxNetworkDelay: 3000,
    ...(transport === 'long-polling' ? { requestHeaders: { gms_user: user } } : {}),
  })
  const received = []
  let look = () => {}
  const hear = ({ data }) => {
    received.push(data)
    look()
  }
  await new Promise((resolve, reject) => {
    // The library tries again by itself: its pool may give it a connection of the last visit, which was cut.
    const timer = setTimeout(() => reject(new Error(`${user} does not get in.`)), patience)
    cometd.addListener('/meta/handshake', ({ successful }) => {
      if (!successful) return
      cometd.subscribe(channel, hear, (reply) => {
        if (!reply.successful) return
        clearTimeout(timer)
        resolve()
      })
    })
    cometd.handshake({ ext: { gms_user: user } })
  })
  return {
    received,
    until: (fits) =>
      new Promise((resolve) => {
        const done = (found) => {
          clearTimeout(timer)
          look = () => {}
          resolve(found)
        }
        const timer = setTimeout(done, patience, null)
        look = () => {
          const found = received.find(fits)
          if (found !== undefined) done(found)
        }
        look()
      }),
    close: () => new Promise((resolve) => cometd.disconnect(resolve)),
  }
}

/** Comes, waits, talks and leaves until `isOver`; `counts` says how often what happened. */
export async function visit({ url, relay, name, transport, isOver, counts }) {
  const target = Number(new URL(url).port)
  for (let visits = 1; !isOver(); visits += 1) {
    const next = performance.now() + visitEvery
    // Somebody else each time: what is kept of those who are gone must not grow.
    const user = `${name}-${visits}`
    const device = await openDevice({ url: `http://127.0.0.1:${relay.port}`, user, transport })
    const isDropped = visits % dropEvery === 0
    await chat({ url, user, device, isDropped, counts })
    if (isDropped) {
      relay.aim(null)
      relay.cut('rst')
      counts.dropped += 1
    }
    // A farewell that does not arrive is not answered either.
    await Promise.race([device.close(), pause(2000)])
    relay.aim(target)
    counts.visits += 1
    await pause(Math.max(0, next - performance.now()))
  }
}

/** The whole of Chat-Delayed: from the start to the farewell, or to the middle of the talk when the network goes. */
async function chat({ url, user, device, isDropped, counts }) {
  const send = async (path, fields = {}) => {
    const body = new FormData()
    for (const [field, value] of Object.entries(fields)) body.set(field, value)
    const response = await fetch(`${url}/genesys/1/service/${path}`, {
      method: 'POST',
      headers: { gms_user: user },
      body,
    })
    const answer = await response.text()
    // The agent may have hung up in the meantime.
    if (response.status >= 500) throw new Error(`${path} answers ${response.status}: ${answer}`)
    return { isDone: response.ok, answer }
  }
  const started = await send('callback/chat-delay', {
    _customer_number: '4082652649',
    _device_os: 'comet',
    _device_notification_id: user,
    usr_customer_name: user,
  })
  if (!started.isDone) throw new Error(`Nobody may start a callback: ${started.answer}`)
  const { _id: id } = JSON.parse(started.answer)
  const told = await device.until(({ tag }) => tag === `service.agentavailable.${id}`)
  const isConnected = told !== null && (await send(`${id}/connect`)).isDone
  if (!isConnected || !(await send(`${id}/ixn/chat`, { notify_by: 'comet' })).isDone) {
    counts.unserved += 1
    await send(`${id}/cancel`)
    return
  }
  const isAgents = ([type, , , , party]) => type === 'Notice.Joined' && party === 'AGENT'
  const joined = await device.until(
    ({ tag, message }) => tag === `service.chat.refresh.${id}` && message.transcriptToShow.some(isAgents),
  )
  if (joined !== null) {
    for (const line of ['Hello', 'My invoice is wrong.', 'Thank you!']) {
      await send(`${id}/ixn/chat/send`, { message: line })
      await pause(200)
    }
    counts.chats += 1
  }
  if (!isDropped) await send(`${id}/ixn/chat/disconnect`)
}
