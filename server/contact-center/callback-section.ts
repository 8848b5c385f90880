import { active, boolean, choice, inert, limit, names, seconds } from './option-definition.ts'
import type { OptionDefinition } from './option-definition.ts'
import { faultOf } from './option-type.ts'
import type { OptionType } from './option-type.ts'
import type { RefusalDetail } from './refusal.ts'

/** Names may come twice: one does in the documented default. Contract 1.4. */
const repeated: OptionType = { kind: 'names', mayRepeat: true }

const forAll = (option: string) => `What ${option} is for services that leave it empty.`

/** The options of section `callback`, for all services. Contract 6.3. */
export const sectionOptions: readonly OptionDefinition[] = [
  active(
    'Callback section',
    'max_queued_callbacks_per_service',
    limit,
    '',
    forAll('_max_queued_callbacks_per_service'),
  ),
  active(
    'Callback section',
    '_enable_in_queue_checking',
    choice('true', 'false', 'strict'),
    '',
    forAll('_enable_in_queue_checking'),
  ),
  active(
    'Callback section',
    '_throttle_callbacks_per_service_1',
    limit,
    '',
    forAll('_throttle_callbacks_per_service_1'),
  ),
  active('Callback section', '_throttle_ttl_1', seconds, '', forAll('_throttle_ttl_1')),
  active(
    'Callback section',
    '_throttle_callbacks_per_service_2',
    limit,
    '',
    forAll('_throttle_callbacks_per_service_2'),
  ),
  active('Callback section', '_throttle_ttl_2', seconds, '', forAll('_throttle_ttl_2')),
  active(
    'Callback section',
    '_throttle_request_parameters',
    names,
    '',
    forAll('_throttle_request_parameters'),
  ),
  active(
    'Callback section',
    '_throttle_request_parameters_limit',
    limit,
    '',
    forAll('_throttle_request_parameters_limit'),
  ),
  active(
    'Callback section',
    '_enable_throttle_header_parameters',
    boolean,
    '',
    forAll('_enable_throttle_header_parameters'),
  ),
  inert(
    'Callback section',
    'queue-polling-rate',
    seconds,
    '',
    'Seconds between two looks for due callbacks.',
  ),
  inert(
    'Callback section',
    'queue-polling-rate-recover',
    seconds,
    '',
    'Seconds between two looks for lost ones.',
  ),
  active(
    'Callback section',
    'filter-keys',
    repeated,
    '',
    'Request parameters that a query by queues can ask for, besides those to look up by.',
  ),
  active(
    'Callback section',
    'returned-keys',
    repeated,
    '',
    'Request parameters that records of callbacks show, besides those to look up by.',
  ),
  active(
    'Callback section',
    'callback_column_alias',
    { kind: 'column-titles' },
    '',
    'Request parameters that the list of callbacks shows as columns, with their titles, as JSON.',
  ),
  inert('Callback section', 'log-background-activity', boolean, '', 'Whether pollers write to the log.'),
  inert(
    'Callback section',
    'enable-restore-vq-position',
    boolean,
    '',
    'Whether lost callbacks keep their place.',
  ),
]

/** What is wrong with options of the section, one detail each, `callback.{option}`. */
export function sectionFaults(section: Readonly<Record<string, string>>): RefusalDetail[] {
  return Object.entries(section).flatMap(([name, value]) => {
    const option = sectionOptions.find((each) => each.name === name)
    const message =
      option === undefined ? 'Section callback has no option of this name.' : faultOf(option.type, value)
    return message === null ? [] : [{ field: `callback.${name}`, message }]
  })
}
