import { expect, test } from 'vitest'
import { builtInServices } from './built-in-services.ts'
import { faultOf, optionValueMax } from './option-type.ts'
import {
  differingOptions,
  effectiveOptions,
  overridesFromRequest,
  readOptions,
  serviceOptionsMax,
  validateService,
} from './service-options.ts'
import { findTemplate, templates } from './templates.ts'

const usable = { _target: 'Billing@StatServer.GA' }

function faults(options: Record<string, string>, template = 'Chat-Delayed') {
  return validateService('samples', template, { ...usable, ...options })
}

function chatDelay(overrides: Record<string, string> = {}) {
  return readOptions(effectiveOptions('Chat-Delayed', { ...usable, ...overrides }))
}

test('[SO1] there are templates for callbacks and for calendars', () => {
  expect(templates.map((template) => template.name)).toEqual([
    'Chat-Delayed',
    'Chat-Immediate',
    'Request-Chat',
    'User-Originated-Immediate',
    'User-Originated-Delayed',
    'User-Terminated-Immediate',
    'User-Terminated-Delayed',
    'User-Terminated-Scheduled',
    'Office-Hours',
    'Capacity',
  ])
  for (const { options } of templates) {
    const names = options.map((option) => option.name)
    expect(new Set(names).size).toBe(names.length)
  }
})

test.each([
  ['Chat-Delayed', 'true', 'true'],
  ['Chat-Immediate', 'false', 'false'],
])('[SO2] %s fixes what makes it so', (name, waitForAgent, waitForUserConfirm) => {
  const fixed = templates.find((template) => template.name === name)?.options.filter((option) => option.fixed)
  expect(Object.fromEntries(fixed?.map((option) => [option.name, option.default]) ?? [])).toEqual({
    _media_type: 'chat',
    _wait_for_agent: waitForAgent,
    _wait_for_user_confirm: waitForUserConfirm,
  })
})

test.each(templates.map((template) => template.name))('[SO3] the defaults of %s can be used', (name) => {
  for (const option of findTemplate(name)?.options ?? []) {
    if (option.default !== '') expect(faultOf(option.type, option.default), option.name).toBeNull()
  }
  const isCallback = findTemplate(name)?.kind === 'callback'
  const missing = [{ field: 'options._target', message: 'This option needs a value.' }]
  expect(validateService('samples', name, {})).toEqual(isCallback ? missing : [])
  const enough = isCallback ? usable : {}
  expect(validateService('samples', name, enough)).toEqual([])
  // Every default may also be given as a service's own.
  expect(validateService('samples', name, { ...effectiveOptions(name, {}), ...enough })).toEqual([])
})

test('[SO4] every option is described, and the edges see nothing but the description', () => {
  for (const { options } of templates) {
    for (const option of options) {
      expect(option.description, option.name).toMatch(/^\S.{9,}[^ ]\.$/)
      expect(option.category).not.toBe('')
      expect(Object.keys(option).sort()).toEqual(
        [
          'category',
          'default',
          'description',
          'fixed',
          'fromRequest',
          'kept',
          'mandatory',
          'name',
          'type',
        ].sort(),
      )
    }
  }
  const strategy = templates[0]?.options.find((option) => option.name === '_urs_prioritization_strategy')
  expect(strategy?.description).toContain('no effect here')
})

test('[SO4] every option says whether a request may bring it along', () => {
  const options = templates.flatMap((template) => template.options)
  const names = (fromRequest: string) =>
    new Set(options.filter((option) => option.fromRequest === fromRequest).map(({ name }) => name))
  expect(names('always')).toEqual(
    new Set([
      '_media_type',
      '_wait_for_agent',
      '_wait_for_user_confirm',
      '_call_direction',
      '_provide_code',
      '_urs_virtual_queue',
    ]),
  )
  expect(names('when-listed')).toEqual(new Set(['_target', '_ors', '_redirect']))
})

test('[SO5] a fixed option takes its own value only', () => {
  expect(faults({ _wait_for_agent: 'false' })).toEqual([
    { field: 'options._wait_for_agent', message: 'The template fixes this option to true.' },
  ])
  expect(faults({ _media_type: 'voice' })).toHaveLength(1)
  expect(faults({ _wait_for_agent: 'True', _media_type: 'chat' })).toEqual([])
})

test.each(['_target', '_urs_virtual_queue', '_ttl', '_agent_reserve_timeout'])(
  '[SO6] mandatory %s cannot be empty',
  (name) => {
    expect(faults({ [name]: ' ' })).toEqual([
      { field: `options.${name}`, message: 'This option needs a value.' },
    ])
  },
)

test('[SO6] another option can be empty when that means something', () => {
  expect(faults({ _mandatory_customer_lookup_keys: '', _urs_vq_priority: '', _urs_server_url: '' })).toEqual(
    [],
  )
  expect(faults({ _snooze_duration: '' })).toEqual([
    { field: 'options._snooze_duration', message: 'This option cannot be empty.' },
  ])
  expect(faults({ _eta_pos_threshold: '' })).toEqual([])
  // Empty in the product's own chat service: contract 6.2 [T].
  expect(faults({ _enable_status_notification: '' })).toEqual([])
})

test.each([
  ['_provide_code', 'maybe', '“maybe” is neither true nor false.'],
  ['_snooze_duration', '0', '0 is less than 1, the smallest value.'],
  ['_snooze_duration', '1.5', '“1.5” is not a whole number.'],
  ['_ttl', '31536001', '31536001 is more than 31536000, the largest value.'],
  ['_urs_vq_priority', 'high', '“high” is not a whole number.'],
  ['_urs_vq_priority', '-1000001', '-1000001 is less than -1000000, the smallest value.'],
  ['_call_direction', 'UP', '“UP” is not one of USERORIGINATED, USERTERMINATED.'],
  ['_enable_in_queue_checking', 'Strict', '“Strict” is not one of true, false, strict.'],
  ['_enable_status_notification', 'yes', '“yes” is not one of false, true, subscribe_notify.'],
  ['_status_notification_attempts', '0', '0 is less than 1, the smallest value.'],
  ['_status_notification_target', 'host:80', '“host:80” is not an http or https address.'],
  ['_overwritable_options', '_target;_ors', '“_target;_ors” is not a name; names are separated by commas.'],
  ['_overwritable_options', '_target, _ors, _target', '“_target” comes twice.'],
  ['_overwritable_options', '_target,_ttl', '“_ttl” is not one of _target, _ors, _redirect.'],
  ['_urs_server_url', 'localhost:7311', '“localhost:7311” is not an http or https address.'],
  ['_urs_server_url', 'http://', '“http://” is not an http or https address.'],
  ['_urs_server_url', 'http://urs, http://other', '“http://urs, http://other” is more than one address.'],
  ['_ors', 'http://ors, http://', '“http://” is not an http or https address.'],
  [
    '_service',
    'my template',
    '“my template” is neither the name of a service template nor the address of its SCXML.',
  ],
  ['_service', ' ', 'This option cannot be empty.'],
  ['username', 'a:b', 'A user name has no colon: nobody could show it.'],
  [
    '_chat_endpoint',
    'default',
    '“default” is not a tenant and an endpoint with a colon between them, as in Environment:default.',
  ],
  [
    '_chat_endpoint',
    'a:b:c',
    '“a:b:c” is not a tenant and an endpoint with a colon between them, as in Environment:default.',
  ],
  ['_chat_endpoint', ':x', '“:x” has no tenant before the colon, as in Environment:default.'],
  [
    '_chat_endpoint',
    'Environment: ',
    '“Environment: ” has no endpoint after the colon, as in Environment:default.',
  ],
  [
    '_reject_future_desired_time',
    'soon',
    '“soon” is not a number and a unit (s, m, h, d, w, M or y), as in 1M.',
  ],
  ['_reject_future_desired_time', '0d', '“0d” is no time at all.'],
  ['_queue_poll_period', '1', '“1” is not two whole numbers, from and to, as in -120,120.'],
  ['_queue_poll_period', '1,-1', '“1,-1” ends before it begins.'],
  [
    '_target',
    'Billing@StatServer',
    'Expected . and a target type, as in Billing@StatServer.GA. Something is missing at column 19.',
  ],
  ['_target', 'English == 20@S.GA', 'Expected a skill level, a whole number. Found “=” at column 10.'],
  ['_eta_pos_threshold', '5', 'Pair 1, “5”, is not seconds:position, as in 0:10,10:5.'],
  ['_urs_virtual_queue', 'a/b', '“a/b” has a /, which a queue name cannot have.'],
  ['_urs_virtual_queue', 'q'.repeat(101), 'A queue name has at most 100 characters.'],
  ['_urs_virtual_queue', 'a\nb', 'A queue name has no line breaks and no other control characters.'],
  ['_redirect', 'a b', '“a b” is not the name of a service.'],
  ['_default_country', 'Germany', '“Germany” is not the two letters of a country, as in US.'],
  ['_default_country', 'XX', 'There is no country XX that phone numbers are known of.'],
])('[SO7] %s cannot be %s', (name, value, message) => {
  expect(faults({ [name]: value })).toEqual([{ field: `options.${name}`, message }])
})

test('[SO7] values of every kind can be given', () => {
  const options = {
    _provide_code: 'TRUE',
    _enable_in_queue_checking: 'True',
    _enable_status_notification: 'subscribe_notify',
    _ttl: '31536000',
    _urs_vq_priority: '-3',
    _call_direction: 'USERORIGINATED',
    _overwritable_options: '_target, _ors',
    _urs_server_url: 'https://urs.example:7311/x',
    _ors: 'https://ors.example:7311/x, http://other',
    _service: 'http://scxml.example/callback.scxml',
    _chat_endpoint: 'Environment:chat_ors',
    _callback_events_list: 'GMS Events',
    username: 'gms',
    _target: `[{'target':'?:English=20@StatServer.GA','timeout':'15','clear':true}]`,
  }
  expect(faults(options)).toEqual([])
})

test('[SO8] everything that is wrong is told at once', () => {
  const fields = faults({ _target: 'x', _ttl: '-1', _media_type: 'voice' }).map((detail) => detail.field)
  expect(fields.sort()).toEqual(['options._media_type', 'options._target', 'options._ttl'])
  expect(validateService('a/b', 'Chat-Later', {}).map((detail) => detail.field)).toEqual(['name', 'template'])
  expect(validateService('', 'Chat-Delayed', {}).map((detail) => detail.field)).toEqual([
    'name',
    'options._target',
  ])
})

test.each([
  ['User-Terminated-Immediate', '_client_timeout', 'junk'],
  ['Request-Chat', '_snooze_duration', 'soon'],
  ['Office-Hours', '_ttl', 'x'],
])('[SO9] %s has no %s, and takes only what another template takes', (template, option, value) => {
  const target = template === 'Office-Hours' ? {} : { _target: 'Billing@S.GA' }
  expect(validateService('any', template, { ...target, [option]: value })).toEqual([
    { field: `options.${option}`, message: `“${value}” is not a whole number.` },
  ])
  expect(validateService('any', template, { ...target, [option]: '60' })).toEqual([])
})

test('[SO9] an unknown option is kept when its name is an identifier', () => {
  expect(faults({ my_option: 'x', _own: '' })).toEqual([])
  expect(effectiveOptions('Chat-Delayed', { my_option: 'x' })['my_option']).toBe('x')
  expect(faults({ usr_reason: 'x', callback_column_alias: '{}', o2: '' })).toEqual([])
  expect(faults(Object.fromEntries([['__proto__', 'x']])).map((detail) => detail.field)).toEqual([
    'options.__proto__',
  ])
})

test.each([
  ['my-param', 'An option’s name cannot have “-”: only letters, digits and _.'],
  ['a.b', 'An option’s name cannot have “.”: only letters, digits and _.'],
  ['my option', 'An option’s name cannot have “ ”: only letters, digits and _.'],
  ['größe', 'An option’s name cannot have “ö”: only letters, digits and _.'],
  ['2nd', 'An option’s name begins with a letter or _, not with “2”.'],
  ['😀', 'An option’s name begins with a letter or _, not with “😀”.'],
  ['', 'An option’s name has 1 to 100 characters, and is not __proto__.'],
])('[SO9] no option can be added as “%s”, and one that is there stays', (name, message) => {
  expect(faults({ [name]: 'x' })).toEqual([{ field: `options.${name}`, message }])
  const overrides = { ...usable, [name]: 'y' }
  expect(validateService('any', 'Chat-Delayed', overrides, { [name]: 'x' })).toEqual([])
})

test('[SO10] a service has at most 300 options', () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count - 1 }, (_, index) => [`own_${index}`, 'x']))
  expect(serviceOptionsMax).toBe(300)
  expect(faults(many(300))).toEqual([])
  expect(faults(many(301))).toEqual([{ field: 'options', message: 'A service has at most 300 options.' }])
})

test('[SO10] values and names have at most so many characters', () => {
  expect(optionValueMax).toBe(8192)
  for (const name of ['own', '_notification_message_file']) {
    expect(faults({ [name]: 'x'.repeat(8192) })).toEqual([])
    expect(faults({ [name]: 'x'.repeat(8193) })).toHaveLength(1)
  }
  expect(faults({ _urs_virtual_queue: 'q'.repeat(100) })).toEqual([])
  expect(faults({ _urs_virtual_queue: 'q'.repeat(101) })).toHaveLength(1)
  expect(faults({ ['o'.repeat(100)]: 'x' })).toEqual([])
  expect(faults({ ['o'.repeat(101)]: 'x' })).toHaveLength(1)
  expect(validateService('s'.repeat(64), 'Chat-Delayed', usable)).toEqual([])
  expect(validateService('s'.repeat(65), 'Chat-Delayed', usable)).toHaveLength(1)
})

test("[SO11] a service's own options lie over the defaults, and only what differs is its own", () => {
  const effective = effectiveOptions('Chat-Delayed', { ...usable, _ttl: '60' })
  expect(effective).toMatchObject({ ...usable, _ttl: '60', _snooze_duration: '300', _provide_code: 'false' })
  expect(differingOptions('Chat-Delayed', effective)).toEqual({ ...usable, _ttl: '60' })
  expect(differingOptions('Chat-Delayed', { _provide_code: 'False', own: '' })).toEqual({ own: '' })
})

test('[SO12] options are read into what they mean', () => {
  expect(chatDelay({ _provide_code: 'True', _overwritable_options: ' _target, _ors,' })).toEqual({
    mediaType: 'chat',
    callDirection: 'USERTERMINATED',
    waitForAgent: true,
    waitForUserConfirm: true,
    target: 'Billing@StatServer.GA',
    virtualQueue: 'VQ_Chat',
    priority: { base: 0, increment: 0, intervalSeconds: 0 },
    ttlSeconds: 86400,
    reserveSeconds: 30,
    providesCode: true,
    confirmSeconds: 30,
    confirmAttempts: 3,
    onConfirmTimeout: 'CONNECT-ANYWAY',
    announcementRepeatSeconds: 30,
    snoozeSeconds: 300,
    deliveryAttempts: 3,
    queuedTtlSeconds: 14400,
    queueWaitSeconds: 0,
    thresholdSeconds: 14160,
    ixnDeleteSeconds: 3600,
    clientTimeoutSeconds: 120,
    officeHours: '',
    capacity: '',
    bucketMinutes: 5,
    bucketMax: 100,
    bufferSeconds: 120,
    futureLimit: '1M',
    rejectsOutOfHours: false,
    pausedList: 'GMS_Paused_Services',
    pausedId: '',
    thresholdTable: '0:10,10:5,20:2,30:1,40:0',
    ewtEstimationMethod: 'ursdial',
    pollSecondsMin: 2,
    pollSecondsMax: 30,
    retainsSession: false,
    answers400AfterEnd: false,
    lookupKeys: ['_customer_number'],
    mandatoryLookupKeys: ['_customer_number'],
    overwritable: ['_target', '_ors'],
  })
})

test('[SO12] nobody confirms who does not wait for an agent', () => {
  expect(chatDelay({ _wait_for_agent: 'false' }).waitForUserConfirm).toBe(false)
})

test('[SO12] what the template of request-chat leaves out has its usual value', () => {
  const options = readOptions(effectiveOptions('Request-Chat', usable))
  expect(options).toMatchObject({ waitForAgent: false, confirmSeconds: 30, mandatoryLookupKeys: [] })
})

test('[SO13] a request overrides what any request may', () => {
  const overrides = {
    _wait_for_agent: 'False',
    _wait_for_user_confirm: 'false',
    _media_type: 'voice',
    _call_direction: 'USERORIGINATED',
    _provide_code: 'true',
    _urs_virtual_queue: 'VQ_Gold',
  }
  expect(overridesFromRequest(chatDelay(), { ...overrides, usr_reason: 'x', _ttl: '1' })).toEqual({
    overrides,
    details: [],
  })
})

test('[SO14] a target comes with a request only where the service lists it', () => {
  const properties = { _target: 'Loans@StatServer.GA', _ors: 'http://ors', _redirect: 'other', _ttl: '1' }
  expect(overridesFromRequest(chatDelay(), properties)).toEqual({ overrides: {}, details: [] })
  const listing = chatDelay({ _overwritable_options: '_target,_redirect,_ttl' })
  expect(overridesFromRequest(listing, properties).overrides).toEqual({
    _target: 'Loans@StatServer.GA',
    _redirect: 'other',
  })
})

test('[SO15] an override that cannot be used is refused by name, an empty one passed over', () => {
  const listing = chatDelay({ _overwritable_options: '_target,_redirect' })
  const properties = { _target: 'Loans', _provide_code: 'perhaps', _wait_for_agent: '', _redirect: '' }
  const { overrides, details } = overridesFromRequest(listing, properties)
  expect(overrides).toEqual({ _redirect: '' })
  expect(details.map((detail) => detail.field)).toEqual(['_provide_code', '_target'])
})

test('[SO16] a new installation has chat-delay and the built-in request-chat', () => {
  for (const { name, template, overrides } of builtInServices) {
    expect(validateService(name, template, overrides)).toEqual([])
    expect(differingOptions(template, overrides)).toEqual(overrides)
  }
  const [first, second] = builtInServices
  expect([first?.name, first?.isBuiltIn, second?.name, second?.isBuiltIn]).toEqual([
    'chat-delay',
    false,
    'request-chat',
    true,
  ])
  expect(readOptions(effectiveOptions('Chat-Delayed', first?.overrides ?? {}))).toMatchObject({
    target: 'Billing@StatServer.GA',
    virtualQueue: 'VQ_Chat',
    thresholdTable: '0:6,35:0',
  })
  expect(validateService('request-chat', 'Chat-Delayed', usable)).toEqual([
    { field: 'template', message: 'request-chat keeps its template, Request-Chat.' },
  ])
})
