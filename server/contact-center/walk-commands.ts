/** What may happen next in a random walk: one wish of somebody, drawn from chance. Refusals are part of life. */
import { timeText } from '../runtime/calendar.ts'
import type { Draw } from '../runtime/random.ts'
import type { Callback } from './callback.ts'
import type { AgentId, AgentState, CallbackId, ContactCenter, UserId } from './contact-center.ts'
import type { ArrivalLaw } from './load/arrival-law.ts'
import type { AutoProfile } from './load/automatic-agent.ts'
import type { Distribution } from './load/distribution.ts'
import type { GeneratorId } from './load/generator.ts'
import type { EwtSetting } from './queue.ts'
import type { CentreStorage } from './records.ts'

export interface WalkScene {
  readonly centre: ContactCenter
  readonly storage: CentreStorage
  readonly draw: Draw
}

type Command = (scene: WalkScene) => Promise<unknown>

const agents = ['anna', 'ben', 'cleo'] as AgentId[]
const users = ['u1', 'u2', 'u3'] as UserId[]
const queues = ['VQ_Chat', 'VQ_Loans']

const list = (...targets: readonly object[]): string => JSON.stringify(targets)
const targets = [
  'Billing@StatServer.GA',
  'Loans>1@StatServer.GA',
  'Floor@StatServer.GP',
  'VQ_Loans@StatServer.Q',
  list({ target: 'cleo@S.A', timeout: 5 }, { target: 'Floor@S.GP', timeout: 20 }, { target: 'Billing@S.GA' }),
  list({ target: 'anna@S.A', timeout: 10 }, { target: 'Billing@S.GA', clear: true }),
  list({
    target: 'Billing@S.GA',
    stat_to_check: 'RStatAgentsReady',
    stat_operator: '>',
    stat_value: 1,
  }),
]

function pick<T>(draw: Draw, items: readonly T[]): T {
  const item = items[draw.integer(0, Math.max(0, items.length - 1))]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

type Among = (callback: Callback) => boolean

/** One of these callbacks, mostly; sometimes one that does not exist. */
async function callback({ storage, draw }: WalkScene, among: Among): Promise<CallbackId> {
  const ids = await storage.transaction((tx) =>
    tx
      .all('callback')
      .filter(among)
      .map(({ id }) => id)
      .sort(),
  )
  return ids.length === 0 || draw.fraction() < 0.02 ? ('369-nobody' as CallbackId) : pick(draw, ids)
}

/** An agent and a chat that have to do with each other. */
async function interaction({ storage, draw }: WalkScene, state: 'ringing' | 'active') {
  const live = await storage.transaction((tx) =>
    tx
      .all('interaction')
      .filter((each) => each.state === state)
      .sort((a, b) => a.ordinal - b.ordinal),
  )
  if (live.length === 0) return { agent: pick(draw, agents), callback: '369-nobody' as CallbackId }
  return pick(draw, live)
}

const any: Among = () => true
const waiting: Among = ({ state }) => state === 'QUEUED' || state === 'ROUTING'
const announced: Among = (each) => each.state === 'QUEUED' && each.wasAnnounced && !each.isSynthetic
const confirmed: Among = (each) => each.state === 'ROUTING' && !each.hasChat

/** A time that may be had, mostly. */
async function someTime({ centre, draw }: Pick<WalkScene, 'centre' | 'draw'>) {
  const { now } = await centre.control.clock()
  return { _desired_time: timeText(now + draw.integer(-1, 20) * 120_000) }
}

const update: Command = async (scene) => {
  const properties = scene.draw.fraction() < 0.8 ? await someTime(scene) : { a: 'b' }
  return scene.centre.callbacks.update(await callback(scene, any), 'chat-delay', properties)
}

const start: Command = async ({ centre, draw }) => {
  const user = pick(draw, users)
  const device = draw.fraction() < 0.7 ? { os: 'comet', notificationId: user } : null
  return centre.callbacks.start({
    service: pick(draw, [
      'chat-delay',
      'chat-delay',
      'loans',
      'immediate',
      'request-chat',
      'choosy',
      'gate',
      'nothing',
    ]),
    customerNumber: pick(draw, ['4082652649', '4085550100', '+33604120405', '111']),
    device,
    user,
    properties: {
      ...(draw.fraction() < 0.1 ? { _urs_virtual_queue: 'VQ_Loans' } : {}),
      ...(draw.fraction() < 0.15 ? await someTime({ centre, draw }) : {}),
    },
  })
}

const createChat: Command = async (scene) =>
  scene.centre.chats.create(await callback(scene, scene.draw.fraction() < 0.9 ? confirmed : any), {
    firstName: 'A',
    lastName: 'B',
    displayName: null,
    subject: '',
    email: '',
    message: scene.draw.fraction() < 0.5 ? 'hello' : null,
    pushTo: scene.draw.fraction() < 0.7 ? pick(scene.draw, users) : null,
    properties: {},
  })

const setState: Command = ({ centre, draw }) =>
  centre.agents.setState(
    pick(draw, agents),
    pick<AgentState>(draw, [
      ...Array<AgentState>(6).fill('ready'),
      'not-ready',
      'after-call-work',
      'logged-out',
    ]),
    null,
  )

const accept: Command = async (scene) => {
  const { agent, callback: id } = await interaction(scene, 'ringing')
  return scene.centre.agents.accept(agent, id)
}

const decline: Command = async (scene) => {
  const { agent, callback: id } = await interaction(scene, 'ringing')
  return scene.centre.agents.decline(agent, id, 'no')
}

const agentSays: Command = async (scene) => {
  const { agent, callback: id } = await interaction(scene, 'active')
  if (scene.draw.fraction() < 0.5) return scene.centre.agents.say(agent, id, 'yes?')
  return scene.centre.agents.typing(agent, id, scene.draw.fraction() < 0.5)
}

const agentLeaves: Command = async (scene) => {
  const { agent, callback: id } = await interaction(scene, 'active')
  return scene.centre.agents.leave(agent, id)
}

const transfer: Command = async (scene) => {
  const { agent, callback: id } = await interaction(scene, 'active')
  const to =
    scene.draw.fraction() < 0.5 ? { agent: pick(scene.draw, agents) } : { queue: pick(scene.draw, queues) }
  return scene.centre.agents.transfer(agent, id, to)
}

const conference: Command = async (scene) => {
  const { agent, callback: id } = await interaction(scene, 'active')
  return scene.centre.agents.conference(agent, id, pick(scene.draw, agents))
}

const customerChats: Command = async (scene) => {
  const id = await callback(scene, any)
  const { chats } = scene.centre
  switch (scene.draw.integer(0, 3)) {
    case 0:
      return chats.say(id, 'hm')
    case 1:
      return chats.typing(id, scene.draw.fraction() < 0.5)
    case 2:
      return chats.refresh(id, { position: null, message: null })
    default:
      return scene.draw.fraction() < 0.3
        ? chats.leave(id, null)
        : chats.refresh(id, { position: 0, message: 'a' })
  }
}

const notify: Command = async (scene) => {
  const id = await callback(scene, any)
  const { notifications } = scene.centre
  switch (scene.draw.integer(0, 4)) {
    case 0:
      return notifications.toCustomer(id, 'display', 'application')
    case 1:
      return notifications.toAgent(id, 'display', 'application')
    case 2:
      return notifications.takeForAgent(id)
    case 3:
      return notifications.takeForCustomer(id)
    default: {
      const outbox = await notifications.outbox(pick(scene.draw, users))
      return notifications.delivered(outbox.slice(0, 2).map((notification) => notification.id))
    }
  }
}

const setEwt: Command = ({ centre, draw }) => {
  const setting = pick<EwtSetting>(draw, [
    { model: 'unavailable' },
    { model: 'unavailable' },
    { model: 'fixed', seconds: draw.integer(0, 60) },
    { model: 'computed' },
  ])
  return centre.queues.setEwt(pick(draw, queues), setting)
}

const changeOptions: Command = ({ centre, draw }) =>
  centre.services.patch(pick(draw, ['chat-delay', 'loans']), {
    _on_user_confirm_timeout: pick(draw, ['CONNECT-ANYWAY', 'DISCONNECT', null]),
    _retain_session_until_ixn_deleted: pick(draw, ['true', 'false']),
    _user_confirm_timeout: pick(draw, ['10', '30']),
    _agent_availability_notification_delay: pick(draw, ['10', '45']),
    _urs_vq_priority: pick(draw, ['0', '5']),
    _urs_vq_priority_increment: pick(draw, ['', '1', '3']),
    _urs_vq_priority_increment_interval: pick(draw, ['', '5', '60']),
    _target: pick(draw, targets),
    _ttl: pick(draw, ['600', '86400']),
    _urs_queued_ttl: pick(draw, ['400', '14400']),
    _max_queue_wait: pick(draw, ['0', '300']),
    _max_time_to_reach_eta_pos_threshold: pick(draw, ['200', '14160']),
    _max_time_to_wait_for_ixn_delete: pick(draw, ['60', '3600']),
    _client_timeout: pick(draw, ['0', '120', '900']),
  })

const changeAgent: Command = async ({ centre, draw }) => {
  const agent = await centre.agents.get(pick(draw, agents))
  const live = agent.interactions.filter(({ state }) => state !== 'ended').length
  return centre.agents.put(agent.id, {
    name: agent.name,
    placeGroups: pick(draw, [['Floor'], []]),
    groups: pick(draw, [['Billing'], ['Billing', 'Loans'], []]),
    skills: { English: 20, Loans: draw.integer(0, 3) },
    capacity: Math.max(live, draw.integer(1, 2), 1),
    autoAnswer: draw.fraction() < 0.2,
    wrapUpSeconds: pick(draw, [0, 0, 15, null]),
    notReadyAfterMissed: draw.integer(0, 2),
    auto: draw.fraction() < 0.3 ? drawAuto(draw) : null,
  })
}

const lengths = (draw: Draw, mean: number) =>
  pick<Distribution>(draw, [
    { distribution: 'fixed', seconds: 0 },
    { distribution: 'fixed', seconds: mean },
    { distribution: 'exponential', meanSeconds: mean },
    { distribution: 'log-normal', meanSeconds: mean, deviationSeconds: mean },
  ])

const drawAuto = (draw: Draw): AutoProfile => ({
  answerDelay: lengths(draw, 15),
  talk: lengths(draw, 60),
  lines: pick(draw, [[], ['one', 'two']]),
  lineInterval: lengths(draw, 10),
  breaks: pick(draw, [null, { everySeconds: 120, forSeconds: 30 }]),
})

const drawArrivals = (draw: Draw) =>
  pick<ArrivalLaw>(draw, [
    { law: 'poisson', perHour: 200 },
    { law: 'burst', count: 3, everySeconds: 60 },
    { law: 'profile', perHour: Array.from({ length: 24 }, (_, hour) => 10 * hour) },
    {
      law: 'replay',
      arrivals: [{ afterSeconds: 0 }, { afterSeconds: 9, handleSeconds: 5 }, { afterSeconds: 9 }],
    },
  ])

const generate: Command = ({ centre, draw }) => {
  const id = pick(draw, ['one', 'two']) as GeneratorId
  const { generators } = centre
  switch (draw.integer(0, 4)) {
    case 0:
      return generators.remove(id)
    case 1:
      return generators.stop(id)
    case 2:
      return generators.start(id)
    default:
      return generators.put(id, {
        service: pick(draw, ['chat-delay', 'loans', 'immediate']),
        queue: pick(draw, [null, 'VQ_Loans']),
        seed: draw.integer(1, 3),
        arrivals: drawArrivals(draw),
        customersMax: 20,
        patience: pick(draw, [{ distribution: 'infinite' }, lengths(draw, 60)]),
        handle: pick(draw, [null, lengths(draw, 30)]),
        confirmation: { late: 0.3, never: 0.2, delay: lengths(draw, 20) },
        chatDelay: lengths(draw, 5),
        lines: pick(draw, [[], ['a', 'b']]),
        lineInterval: lengths(draw, 5),
      })
  }
}

const callers: Command = ({ centre, draw }) => {
  const queue = pick(draw, queues)
  return draw.fraction() < 0.5
    ? centre.queues.addCallers(queue, draw.integer(1, 3))
    : centre.queues.removeCallers(queue)
}

/** Push sessions come and go. */
const listen: Command = ({ centre, draw }) =>
  centre.notifications.listens(pick(draw, users), draw.fraction() < 0.6)

/** Services are paused, and go on. */
const pause: Command = ({ centre, draw }) =>
  centre.pausedServices.set(pick(draw, [[], [], ['chat-delay'], ['loans'], ['all'], ['chat-delay', 'key']]))

const withCallback =
  (among: Among, act: (centre: ContactCenter, id: CallbackId) => Promise<unknown>): Command =>
  async (scene) =>
    act(scene.centre, await callback(scene, among))

/** Each command as often as its weight. */
const commands: readonly [weight: number, command: Command][] = [
  [8, start],
  [12, withCallback(announced, ({ callbacks }, id) => callbacks.connect(id))],
  [2, withCallback(waiting, ({ callbacks }, id) => callbacks.connect(id))],
  [10, createChat],
  [2, withCallback(announced, ({ callbacks }, id) => callbacks.snooze(id))],
  [2, withCallback(any, ({ callbacks }, id) => callbacks.cancel(id, 'CANCELLED'))],
  [3, withCallback(any, ({ callbacks }, id) => callbacks.position(id))],
  [10, setState],
  [8, accept],
  [4, decline],
  [5, agentSays],
  [5, agentLeaves],
  [3, transfer],
  [4, conference],
  [6, customerChats],
  [6, notify],
  [3, update],
  [2, pause],
  [2, listen],
  [1, setEwt],
  [1, changeOptions],
  [2, changeAgent],
  [1, callers],
  [3, generate],
  [8, ({ centre, draw }) => centre.control.advance(draw.integer(1, 40_000))],
  [1, ({ centre, draw }) => centre.control.advance(draw.integer(1, 900_000))],
  [1, ({ centre, draw }) => centre.settings.change({ gmsVersion: pick(draw, ['8.1.2', '8.5.2']) })],
]

const total = commands.reduce((sum, [weight]) => sum + weight, 0)

/** The next wish of the walk. */
export function drawCommand(draw: Draw): Command {
  let left = draw.integer(1, total)
  for (const [weight, command] of commands) {
    left -= weight
    if (left <= 0) return command
  }
  throw new Error('the weights do not add up')
}

/** A centre with more to go wrong: a second target, a second queue, an agent with skills alone. */
export async function furnish({ services, agents: team }: ContactCenter) {
  await services.put('hours', 'Office-Hours', { _bh_regular1: 'Mon-Sun 00:00-23:00' })
  const scheduling = { _business_hours_service: 'hours', _max_request_by_time_bucket: '2' }
  await services.patch('chat-delay', scheduling)
  const loans = { _target: 'Loans>1@StatServer.GA', _urs_virtual_queue: 'VQ_Loans' }
  await services.put('loans', 'Chat-Delayed', loans)
  await services.put('immediate', 'Chat-Immediate', { _target: 'Billing@StatServer.GA' })
  // Numbers, queues, windows and days are looked at here; the gate leads to it, or where a request wants to go.
  await services.put('choosy', 'Chat-Delayed', {
    ...loans,
    _disallow_impossible_phone_numbers: 'true',
    _enable_in_queue_checking: 'true',
    _max_queued_callbacks_per_service: '4',
    _throttle_callbacks_per_service_1: '5',
    _throttle_callbacks_per_service_2: '20',
    _throttle_request_parameters_limit: '9',
  })
  await services.put('gate', 'Chat-Immediate', { ...loans, _redirect: 'choosy' })
  await services.patch('chat-delay', { _client_timeout: '900' })
  await team.put('cleo' as AgentId, { name: 'Cleo', skills: { Loans: 3 } })
}
