/** What may be configured while everything goes on. */
import * as fc from 'fast-check'
import type { BackEnds } from '../contact-center/back-ends.ts'
import type { GmsVersion } from '../contact-center/configuration.ts'
import type { EwtSetting } from '../contact-center/queue.ts'
import { aQueue, kind } from './kind.ts'

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

/** Options of callback services, and values that each may take; null is the default. */
const options: Readonly<Record<string, readonly (string | null)[]>> = {
  _target: targets,
  _on_user_confirm_timeout: ['CONNECT-ANYWAY', 'DISCONNECT', null],
  _wait_for_user_confirm: ['true'],
  _provide_code: ['true', 'false'],
  _retain_session_until_ixn_deleted: ['true', 'false'],
  _user_confirm_timeout: ['10', '30'],
  _max_number_of_user_availability_confirmation_attempts: ['1', '3'],
  _max_notify_delivery_attempts: ['1', '3'],
  _agent_availability_notification_delay: ['10', '45'],
  _agent_reserve_timeout: ['5', '30'],
  _snooze_duration: ['20', '300', '$usr_patience$'],
  _eta_pos_threshold: ['0:6,35:0', '0:2,10:1', '0:3', '0:4,60:2', ''],
  _urs_ewt_estimation_method: ['ursdial', null],
  _min_urs_ewt_pos_polling_interval: ['1', '5', null],
  _max_urs_ewt_pos_polling_interval: ['3', '60', null],
  _urs_vq_priority: ['0', '5'],
  _urs_vq_priority_increment: ['', '1', '3'],
  _urs_vq_priority_increment_interval: ['', '5', '60'],
  _ttl: ['600', '86400'],
  _urs_queued_ttl: ['400', '14400'],
  _max_queue_wait: ['0', '300'],
  _max_time_to_reach_eta_pos_threshold: ['200', '14160'],
  _max_time_to_wait_for_ixn_delete: ['60', '3600'],
  _client_timeout: ['0', '120', '900'],
  _capacity_service: ['slots', null],
  _business_hours_service: ['hours', null],
  _enable_reject_out_of_office_hours: ['true', null],
  _request_execution_time_buffer: ['0', '120', '600'],
  _paused_services_id: ['key', null],
  _customer_lookup_keys: ['_customer_number', 'usr_customer_name'],
}

const setting = fc.constantFrom(
  ...Object.entries(options).flatMap(([name, values]) =>
    values.map((value): readonly [string, string | null] => [name, value]),
  ),
)

const allUp: BackEnds = { urs: 'up', ors: 'up', chatServer: 'up', statServer: 'up', push: 'up' }

export const configurationCommands = {
  'set-option': kind(
    5,
    fc.record({ service: fc.constantFrom('chat-delay', 'loans', 'call'), option: setting }),
    ({ centre }, { service, option: [name, value] }) => centre.services.patch(service, { [name]: value }),
  ),
  'set-limit': kind(
    1,
    fc.record({
      option: fc.constantFrom<readonly [string, string | null]>(
        ['_max_queued_callbacks_per_service', '4'],
        ['_max_queued_callbacks_per_service', null],
        ['_throttle_callbacks_per_service_1', '5'],
        ['_throttle_callbacks_per_service_1', '50'],
        ['_throttle_ttl_1', '60'],
        ['_throttle_callbacks_per_service_2', '6'],
        ['_throttle_callbacks_per_service_2', '60'],
        ['_throttle_ttl_2', '600'],
        ['_throttle_request_parameters', '_customer_number,missing'],
        ['_throttle_request_parameters_limit', '9'],
        ['_throttle_request_parameters_limit', '900'],
        ['_enable_in_queue_checking', 'strict'],
        ['_enable_in_queue_checking', 'false'],
        ['_disallow_impossible_phone_numbers', 'true'],
        ['_disallow_premium_phone_numbers', 'true'],
        ['_redirect', 'loans'],
        ['_redirect', null],
      ),
    }),
    ({ centre }, { option: [name, value] }) => centre.services.patch('choosy', { [name]: value }),
  ),
  'set-section': kind(
    0.5,
    fc.record({
      option: fc.constantFrom<readonly [string, string | null]>(
        ['max_queued_callbacks_per_service', '3'],
        ['max_queued_callbacks_per_service', '30'],
        ['max_queued_callbacks_per_service', null],
        ['_enable_in_queue_checking', 'strict'],
        ['_enable_in_queue_checking', null],
        ['_throttle_callbacks_per_service_1', '9'],
        ['_throttle_callbacks_per_service_1', null],
        ['_throttle_ttl_1', '30'],
        ['_throttle_request_parameters', 'usr_patience'],
        ['_throttle_request_parameters', null],
        ['filter-keys', 'usr_patience'],
        ['returned-keys', 'usr_patience'],
      ),
    }),
    ({ centre }, { option: [name, value] }) => centre.settings.change({ callback: { [name]: value } }),
  ),
  'set-estimate': kind(
    2,
    fc.record({
      queue: aQueue,
      model: fc.constantFrom<EwtSetting>(
        { model: 'unavailable' },
        { model: 'unavailable' },
        { model: 'fixed', seconds: 0 },
        { model: 'fixed', seconds: 40 },
        { model: 'computed' },
        { model: 'queue-length-abandonment', samples: 5 },
        { model: 'moving-average', samples: 100 },
        { model: 'exponential-smoothing', weight: 0.5 },
        { model: 'last-to-enter-service' },
        { model: 'head-of-line' },
      ),
    }),
    ({ centre }, { queue, model }) => centre.queues.setEwt(queue, model),
  ),
  'set-service-level': kind(
    0.5,
    fc.record({ queue: aQueue, targetSeconds: fc.constantFrom(0, 20, 60) }),
    ({ centre }, { queue, targetSeconds }) => centre.queues.setServiceLevel(queue, { targetSeconds }),
  ),
  'set-version': kind(
    0.7,
    fc.record({ version: fc.constantFrom<GmsVersion>('8.1.2', '8.5.2') }),
    ({ centre }, { version }) => centre.settings.change({ gmsVersion: version }),
  ),
  'pause-services': kind(
    1,
    fc.record({
      keys: fc.constantFrom([], [], [], ['chat-delay'], ['loans'], ['all'], ['chat-delay', 'key']),
    }),
    ({ centre }, { keys }) => centre.pausedServices.set(keys),
  ),
  'set-back-ends': kind(
    1,
    fc.record({
      changes: fc.constantFrom<Partial<BackEnds>>(
        { urs: 'down' },
        { statServer: 'down' },
        { ors: 'down' },
        { chatServer: 'down' },
        { push: 'down' },
        ...Array.from({ length: 9 }, () => allUp),
      ),
    }),
    ({ centre }, { changes }) => centre.backEnds.set(changes),
  ),
  'remove-service': kind(
    0.2,
    fc.record({ service: fc.constantFrom('loans', 'choosy') }),
    ({ centre }, details) => centre.services.remove(details.service),
  ),
  furnish: kind(0.4, fc.constant({}), (world) => world.furnish()),
}
