import { execFileSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { openPolling } from '../bayeux/clients.mjs'

const sessions = 500
const requestsPerSecond = 200
/** Of so many requests of a customer one cancels the callback and the next starts another; the rest ask for its position. */
const requestsEach = 10

/** The memory of the process as the system counts it, in MB. */
const residentOf = (pid) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1000

/** Users whose connects are held, by long-polling. */
function hold(url) {
  const at = { port: Number(new URL(url).port), channelOf: () => '/_genesys' }
  const users = Array.from({ length: sessions }, (_, number) => `bench-${number}`)
  return Promise.all(users.map((user) => openPolling(at, user, { seen: () => {} })))
}

/** How many connects the server says it holds. */
async function heldNow(url) {
  const answer = await fetch(`${url}/metrics`)
  return Number(/_held_connects (\d+)/.exec(await answer.text())?.[1])
}

async function ask(address, user, body) {
  const answer = await fetch(address, {
    headers: { gms_user: user },
    ...(body ? { method: 'POST', body } : {}),
  })
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

/** As many customers as there are requests a second, each request at its time; how long after that each was answered. */
async function demand(url, seconds) {
  const service = `${url}/genesys/1/service`
  const start = async (user) => (await ask(`${service}/callback/chat-delay`, user, startBody()))._id
  const users = Array.from({ length: requestsPerSecond }, (_, place) => `bench-${place}`)
  const ids = await Promise.all(users.map(start))
  const took = []
  const startedAt = performance.now()
  await Promise.all(
    users.map(async (user, place) => {
      let id = ids[place]
      for (let turn = 0; turn < seconds; turn += 1) {
        const due = startedAt + (turn + place / requestsPerSecond) * 1000
        await pause(Math.max(0, due - performance.now()))
        // They do not all start and cancel in the same second.
        const step = (turn + place) % requestsEach
        if (id === null) id = await start(user)
        else if (step > 0) await ask(`${service}/${id}/check-queue-position`, user)
        else {
          await ask(`${service}/${id}/cancel`, user, new FormData())
          id = null
        }
        took.push(performance.now() - due)
      }
    }),
  )
  return { took, perSecond: took.length / ((performance.now() - startedAt) / 1000) }
}

function startBody() {
  const body = new FormData()
  body.set('_customer_number', '4082652649')
  return body
}

/** What the server answers while many customers hold their sessions and ask, and what memory it takes meanwhile. */
export async function server({ url, pid, seconds }) {
  const held = await hold(url)
  let resident = residentOf(pid)
  const watch = setInterval(() => (resident = Math.max(resident, residentOf(pid))), 1_000)
  const { took, perSecond } = await demand(url, seconds)
  clearInterval(watch)
  const heldAtEnd = await heldNow(url)
  for (const socket of held) socket.destroy()
  took.sort((a, b) => a - b)
  return [
    {
      what: `sessions held at the end, of ${sessions}`,
      measured: heldAtEnd,
      unit: '',
      // One whose poll has just been answered asks again.
      goal: sessions * 0.99,
      isMost: false,
    },
    {
      what: `requests a second, for ${seconds} s`,
      measured: perSecond,
      unit: '',
      goal: requestsPerSecond * 0.98,
      isMost: false,
    },
    {
      what: 'answer after its request was due, 99 %',
      measured: took[Math.ceil(took.length * 0.99) - 1],
      unit: 'ms',
      goal: 100,
      isMost: true,
    },
    { what: 'memory of the server, at most', measured: resident, unit: 'MB', goal: 400, isMost: true },
  ]
}
