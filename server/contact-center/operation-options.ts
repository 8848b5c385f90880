import {
  active,
  boolean,
  choice,
  count,
  inert,
  limit,
  names,
  range,
  seconds,
  secondsOrNone,
  text,
  urls,
} from './option-definition.ts'
import type { OptionDefinition } from './option-definition.ts'

export const notificationOptions: readonly OptionDefinition[] = [
  active(
    'Notification',
    '_max_notify_delivery_attempts',
    count,
    '3',
    'How often news of an agent is pushed while no session takes it; after that it can only be polled.',
  ),
  inert('Notification', '_provider_name', text, '', 'The configured push provider.'),
  inert(
    'Notification',
    '_use_debug_push_certificate',
    boolean,
    'false',
    'Whether the debug certificate signs pushes.',
  ),
  inert(
    'Notification',
    '_notification_message_file',
    text,
    '',
    'Where texts of dialogs and pushes come from.',
  ),
  inert(
    'Notification',
    '_enable_status_notification',
    boolean,
    'false',
    'Whether changes of state are told to an address.',
  ),
  inert('Notification', '_status_notification_type', text, 'httpcb', 'How changes of state are told.'),
  inert('Notification', '_status_notification_target', text, '', 'Where changes of state are told to.'),
  inert('Notification', '_callback_events_list', names, '', 'Which events are told.'),
]

export const schedulingOptions: readonly OptionDefinition[] = [
  active(
    'Scheduling',
    '_business_hours_service',
    { kind: 'service-name' },
    '',
    'The office-hours service in whose hours desired times have to be.',
  ),
  active(
    'Scheduling',
    '_capacity_service',
    { kind: 'service-name' },
    '',
    'The capacity service that says how many bookings each slot takes.',
  ),
  active(
    'Scheduling',
    '_request_time_bucket',
    choice('5', '10', '15', '20', '30', '60', '120'),
    '5',
    'Minutes of one bookable slot.',
  ),
  active('Scheduling', '_max_request_by_time_bucket', limit, '100', 'Bookings one slot takes at most.'),
  active(
    'Scheduling',
    '_request_execution_time_buffer',
    secondsOrNone,
    '120',
    'Seconds before its desired time at which a callback is queued.',
  ),
  active(
    'Scheduling',
    '_reject_future_desired_time',
    { kind: 'duration' },
    '1M',
    'How far ahead a desired time may be: a number and s, m, h, d, w, M or y.',
  ),
  active(
    'Scheduling',
    '_enable_reject_out_of_office_hours',
    boolean,
    'false',
    'Whether a callback that is wanted at once is refused while the office is closed. Needs _business_hours_service.',
  ),
]

const orElse = 'Empty: what section callback says; under 8.5.2 else'

export const limitOptions: readonly OptionDefinition[] = [
  active(
    'Limits',
    '_enable_in_queue_checking',
    choice('true', 'false', 'strict'),
    '',
    `true refuses a number that waits twice already, strict one that waits once. ${orElse} true.`,
  ),
  active(
    'Limits',
    '_disallow_impossible_phone_numbers',
    boolean,
    '',
    'Whether numbers are refused that cannot be read or have the wrong length. Empty: under 8.5.2 true.',
  ),
  active(
    'Limits',
    '_disallow_premium_phone_numbers',
    boolean,
    '',
    'Whether premium numbers are refused. Empty: under 8.5.2 true.',
  ),
  active(
    'Limits',
    '_max_queued_callbacks_per_service',
    limit,
    '',
    `How many callbacks of the service may be queued; 0 refuses every immediate one. ${orElse} 1000.`,
  ),
  active(
    'Limits',
    '_throttle_callbacks_per_service_1',
    limit,
    '',
    `How many callbacks the first window takes; 0 takes none. ${orElse} 500.`,
  ),
  active(
    'Limits',
    '_throttle_ttl_1',
    seconds,
    '',
    'Seconds of the first window. Empty: what section callback says, else 300.',
  ),
  active(
    'Limits',
    '_throttle_callbacks_per_service_2',
    limit,
    '',
    `How many callbacks the second window takes; 0 takes none. ${orElse} 1000.`,
  ),
  active(
    'Limits',
    '_throttle_ttl_2',
    seconds,
    '',
    'Seconds of the second window. Empty: what section callback says, else 3600.',
  ),
  active(
    'Limits',
    '_throttle_request_parameters',
    names,
    '',
    'Request parameters whose values are counted per day, of immediate requests. Empty: what section callback says, else _customer_number, once there is a limit.',
  ),
  active(
    'Limits',
    '_throttle_request_parameters_limit',
    limit,
    '',
    `How often the service takes one value of them on one day; 0 takes none. ${orElse} 6.`,
  ),
  active(
    'Limits',
    '_enable_throttle_header_parameters',
    boolean,
    '',
    'Whether a header of such a name counts, before a parameter. Empty: what section callback says, else true.',
  ),
  inert('Limits', '_paused_services_list', text, '', 'The list that names paused services.'),
  inert('Limits', '_paused_services_id', text, '', 'Another key in that list.'),
]

export const orchestrationOptions: readonly OptionDefinition[] = [
  inert('Orchestration', '_ors', urls, '', 'Where the Orchestration Servers listen.'),
  inert(
    'Orchestration',
    '_ors_lb_strategy',
    choice('circular', 'linear'),
    'circular',
    'How one of them is chosen.',
  ),
  inert(
    'Orchestration',
    '_max_ors_submit_attempts',
    count,
    '3',
    'How often a callback is submitted to them.',
  ),
  inert(
    'Orchestration',
    '_queue_poll_period',
    range,
    '-120,120',
    'Minutes around now in which due callbacks are looked for.',
  ),
  inert(
    'Orchestration',
    '_queue_poll_period_recovery',
    range,
    '-1440,-120',
    'Minutes around now in which lost callbacks are looked for.',
  ),
  inert(
    'Orchestration',
    '_queue_ping_ors_period',
    range,
    '-120,-2',
    'Minutes around now in which sessions are checked.',
  ),
]
