import type { AgentId, ContactCenter } from '../contact-center/contact-center.ts'

/** One booking a slot in the first hours of every day, and none in the others. */
const hours = Object.fromEntries(['0000', '0100', '0200', '1200'].map((hour) => [hour, 1]))

/** A centre with more to go wrong: a second target, a second queue, an agent with skills alone. */
export async function furnish({ services, agents: team }: ContactCenter) {
  await services.put('hours', 'Office-Hours', { _bh_regular1: 'Mon-Sun 00:00-23:00' })
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => [`_capacity_${day}`, JSON.stringify({ [day]: hours })])
  await services.put('slots', 'Capacity', Object.fromEntries(days))
  const scheduling = { _business_hours_service: 'hours', _max_request_by_time_bucket: '2' }
  await services.patch('chat-delay', { ...scheduling, _client_timeout: '900' })
  const loans = { _target: 'Loans>1@StatServer.GA', _urs_virtual_queue: 'VQ_Loans' }
  await services.put('loans', 'Chat-Delayed', loans)
  await services.put('immediate', 'Chat-Immediate', { _target: 'Billing@StatServer.GA' })
  await services.put('call', 'User-Terminated-Scheduled', { _target: 'Billing@StatServer.GA' })
  await services.put('call-now', 'User-Originated-Immediate', loans)
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
  await services.put('calls', 'User-Terminated-Immediate', {
    ...loans,
    _retain_session_until_ixn_deleted: 'true',
  })
  await services.put('call-later', 'User-Originated-Delayed', { _target: 'Billing@StatServer.GA' })
  await services.put('call-me', 'User-Terminated-Delayed', loans)
  await team.put('cleo' as AgentId, { name: 'Cleo', skills: { Loans: 3 }, capacity: 2 })
}
