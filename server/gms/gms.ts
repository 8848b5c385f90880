import { METHOD_NAME_ALL } from 'hono/router'
import { TrieRouter } from 'hono/router/trie-router'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CallbackId, ContactCenter, UserId } from '../contact-center/contact-center.ts'
import type { Refused } from '../contact-center/refusal.ts'
import { ClientGone } from '../request-body.ts'
import type { Log } from '../runtime/log.ts'
import { writeAnswer, writeNothing, type Answer, type HeaderSet } from './answer.ts'
import { readFields } from './body.ts'
import type { Call, Operation } from './call.ts'
import { cancel, confirmationMenu, connect, snooze } from './confirmation.ts'
import { createChat, disconnect, refresh, sendMessage, startTyping, stopTyping } from './chat.ts'
import { gmsBase, type ServiceOperation } from './contract.ts'
import { requireCredentials } from './credentials.ts'
import { corsHeaders, preflightHeaders } from './cors.ts'
import { asGmsRefused, GmsRefused, malformed, refusalBehind, renderGmsError } from './gms-error.ts'
import type { GmsLimits } from './limits.ts'
import { notifyAgent, notifyCustomer, retrieveForAgent, retrieveForCustomer } from './notifications.ts'
import { originOf } from './origin.ts'
import { userOf, type GmsPolicy } from './policy.ts'
import { describePhoneNumber } from './phone-number.ts'
import { checkQueuePosition } from './queue-position.ts'
import { cancelCallbacks, queryCallbacks, queryQueues, reportCancelled, watermarks } from './management.ts'
import { availability, cancelCallback, updateCallback, type CallbackCall } from './schedule.ts'
import { startCallback } from './start-callback.ts'

export interface GmsOptions {
  readonly centre: ContactCenter
  /** Hears which user shows which browser cookie, for the WebSocket that cannot show a header. */
  readonly policy: Pick<GmsPolicy, 'noteBrowser'>
  readonly limits: GmsLimits
  /** Origins whose pages may read the answers. */
  readonly allowedOrigins: readonly string[]
  /** Hears what the contact centre says no with, before it is answered. */
  readonly refused?: (request: IncomingMessage, refusal: Refused) => void
  readonly log: Log
}

/** The REST side of GMS: whatever is below `/genesys` and not Bayeux. */
export interface Gms {
  /** Answers one request. Never throws: what fails is answered 500 and logged. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** The parts of the path that are names. */
type Parts = Readonly<Record<string, string>>

type Perform = (centre: ContactCenter, call: Call, parts: Parts) => Promise<Answer>

/** What stands at one path: how its answers look, and what is done there by each method. */
interface Resource {
  readonly headerSet: HeaderSet
  readonly performs: Readonly<Partial<Record<Method, Perform>>>
}

/** Operations answer GET as well as POST (decision 3). */
const either = (perform: Perform): Resource['performs'] => ({ GET: perform, POST: perform })

const methodsOf = ({ performs }: Resource): string => [...Object.keys(performs), 'OPTIONS'].join(', ')

const callbackCall = (call: Call, { service = '', id = '' }: Parts): CallbackCall => ({
  ...call,
  service,
  id: id as CallbackId,
})

const operations: Readonly<Record<ServiceOperation, Operation>> = {
  connect,
  snooze,
  cancel,
  'get-dialog-user-confirmation-provide_code-false': confirmationMenu,
  'get-dialog-user-confirmation-provide_code-true': confirmationMenu,
  'check-queue-position': checkQueuePosition,
  'ixn/chat': createChat,
  'ixn/chat/send': sendMessage,
  'ixn/chat/refresh': refresh,
  'ixn/chat/startTyping': startTyping,
  'ixn/chat/stopTyping': stopTyping,
  'ixn/chat/disconnect': disconnect,
  'internal-notification': notifyCustomer,
  'retrieve-notifications': retrieveForCustomer,
  'agent-notification': notifyAgent,
  'retrieve-agent-notifications': retrieveForAgent,
}

/** Builds the edge over a contact centre; listens to nothing. */
export function createGms(options: GmsOptions): Gms {
  const { centre, policy, limits, allowedOrigins, log } = options
  const router = createRouter()

  const answer = async (request: IncomingMessage, perform: Perform, parts: Parts): Promise<Answer> => {
    policy.noteBrowser(request)
    const fields = await readFields(request, limits)
    const user = userOf(request.headers) as UserId | null
    const header = (called: string) => {
      const value = request.headers[called.toLowerCase()]
      return typeof value === 'string' ? value : null
    }
    const { service, id } = parts
    const credentials = await centre.services.credentials({ service, callback: id as CallbackId | undefined })
    requireCredentials(credentials, header('authorization'))
    return perform(centre, { fields, user, header, origin: originOf(request) }, parts)
  }

  return {
    async handle(request, response) {
      let headerSet: HeaderSet = 'service'
      const write = ({ headers = [], ...rest }: Answer) => {
        const version = centre.settings.current().gmsVersion
        const all = [...headers, ...corsHeaders(request, allowedOrigins)]
        writeAnswer(response, { ...rest, headers: all }, { headerSet, version })
      }
      try {
        const { resource, parts } = find(router, request)
        headerSet = resource.headerSet
        const methods = methodsOf(resource)
        if (request.method === 'OPTIONS')
          return writeNothing(response, [
            ['Allow', methods],
            ...preflightHeaders(request, allowedOrigins, methods),
          ])
        const perform = resource.performs[request.method as Method]
        if (perform === undefined) throw wrongMethod(request, methods)
        write(await answer(request, perform, parts))
      } catch (thrown) {
        if (thrown instanceof ClientGone) return
        const said = refusalBehind(thrown)
        if (said !== null) options.refused?.(request, said)
        const refused = asGmsRefused(thrown) ?? ownMistake(thrown, request, log)
        write({ status: refused.status, body: renderGmsError(refused), headers: refused.headers })
      }
    },
  }
}

function createRouter(): TrieRouter<Resource> {
  const router = new TrieRouter<Resource>()
  const start: Resource = {
    headerSet: 'service',
    performs: either((centre, call, { service = '' }) => startCallback(centre, { ...call, service })),
  }
  const add = (path: string, performs: Resource['performs']) =>
    router.add(METHOD_NAME_ALL, `${gmsBase}/1/${path}`, { headerSet: 'service', performs })
  add('phonenumber', either(describePhoneNumber))
  const isQuery = ({ fields }: Call) => fields.text('operand') !== null
  // Before the operations: a service may be called like one of them.
  add('service/callback', { GET: queryCallbacks })
  add('service/callback/:service', {
    // A query of a service shows its operand; clients start services by GET as well (decision 3).
    GET: (centre, call, { service = '' }) =>
      (isQuery(call) ? queryCallbacks : startCallback)(centre, { ...call, service }),
    POST: (centre, call, { service = '' }) => startCallback(centre, { ...call, service }),
  })
  add('admin/callback/queues', { GET: queryQueues })
  add('admin/callback/watermarks', { GET: watermarks })
  add('admin/callback/cancel', { POST: cancelCallbacks })
  add('admin/callback/reportcancelled', { POST: reportCancelled })
  add('service/callback/:service/availability', {
    GET: (centre, call, parts) => availability(centre, callbackCall(call, parts)),
  })
  add('service/callback/:service/:id', {
    PUT: (centre, call, parts) => updateCallback(centre, callbackCall(call, parts)),
    DELETE: (centre, call, parts) => cancelCallback(centre, callbackCall(call, parts)),
  })
  router.add(METHOD_NAME_ALL, `${gmsBase}/1/service/:service`, start)
  for (const [path, operation] of Object.entries(operations))
    router.add(METHOD_NAME_ALL, `${gmsBase}/1/service/:id/${path}`, {
      headerSet: path.startsWith('ixn/chat') ? 'chat' : 'service',
      performs: either((centre, call, { id = '' }) => operation(centre, { ...call, id: id as CallbackId })),
    })
  return router
}

function find(router: TrieRouter<Resource>, { url }: IncomingMessage): { resource: Resource; parts: Parts } {
  // A slash too many at the end is forgiven.
  const path = (url ?? '').split('?', 1)[0]?.replace(/\/+$/, '') ?? ''
  const [found] = router.match(METHOD_NAME_ALL, path)[0]
  if (found === undefined) throw new GmsRefused(404, 'gmstester.NotFound', `There is nothing at ${path}.`)
  const [resource, parts] = found
  return {
    resource,
    parts: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, decodePart(String(part))])),
  }
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (cause) {
    const refusal = malformed('The path has an escape that is not valid UTF-8.')
    refusal.cause = cause
    throw refusal
  }
}

const wrongMethod = ({ method }: IncomingMessage, methods: string): GmsRefused =>
  new GmsRefused(405, 'gmstester.MethodNotAllowed', `${method} is not possible here; what is: ${methods}.`, [
    ['Allow', methods],
  ])

function ownMistake(thrown: unknown, { method, url }: IncomingMessage, log: Log): GmsRefused {
  log.error('a GMS request failed', { method, path: url, error: thrown })
  return new GmsRefused(
    500,
    'gmstester.InternalError',
    'Something went wrong in the tester; its log says what.',
  )
}
