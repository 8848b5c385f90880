import { expect, test } from 'vitest'
import { startTester } from '../testing.ts'
import type { ServiceJson, TemplateJson } from './contract.ts'

const billing = {
  template: 'Chat-Delayed',
  options: { _target: 'Billing@StatServer.GA', _urs_virtual_queue: 'VQ_B' },
}

test('[TA17] a new installation has its two services', async () => {
  const { api, close } = await startTester()
  const services = (await api('GET', '/services')).body as ServiceJson[]
  expect(services.map((service) => service.name).toSorted()).toEqual(['chat-delay', 'request-chat'])
  expect(await api('GET', '/services/chat-delay')).toMatchObject({
    status: 200,
    body: {
      name: 'chat-delay',
      template: 'Chat-Delayed',
      options: { _media_type: 'chat', _target: 'Billing@StatServer.GA', _urs_virtual_queue: 'VQ_Chat' },
      overrides: { _target: 'Billing@StatServer.GA' },
    },
  })
  expect(await api('GET', '/services/none')).toMatchObject({
    status: 404,
    body: { error: { code: 'service-not-found' } },
  })
  await close()
})

test('[TA17] what is no longer as it came is listed, until it is put back', async () => {
  const { api, close } = await startTester()
  const changedBy = async (options: Record<string, string | null>) =>
    ((await api('PATCH', '/services/chat-delay', { options })).body as ServiceJson).changed
  expect(((await api('GET', '/services/chat-delay')).body as ServiceJson).changed).toEqual([])
  expect((await changedBy({ _ttl: '60', _eta_pos_threshold: null })).toSorted()).toEqual([
    '_eta_pos_threshold',
    '_ttl',
  ])
  expect(await changedBy({ _ttl: null, _eta_pos_threshold: '0:6,35:0' })).toEqual([])
  expect((await api('PUT', '/services/billing', billing)).body).toMatchObject({ changed: [] })
  const options = { _target: 'Billing@StatServer.GA', _eta_pos_threshold: '0:6,35:0' }
  const other = await api('PUT', '/services/chat-delay', { template: 'Chat-Immediate', options })
  expect((other.body as ServiceJson).changed).toContain('_wait_for_agent')
  await close()
})

test('[TA18] a service is created, and replaced as a whole', async () => {
  const { api, close } = await startTester()
  expect(
    (await api('PUT', '/services/billing', { ...billing, options: { ...billing.options, _ttl: 60 } })).body,
  ).toMatchObject({ name: 'billing', overrides: { ...billing.options, _ttl: '60' } })
  expect((await api('PUT', '/services/billing', billing)).body).toMatchObject({ overrides: billing.options })
  const { body } = await api('GET', '/services/billing')
  expect((body as ServiceJson).overrides).not.toHaveProperty('_ttl')
  await close()
})

test('[TA18] every invalid option is listed, and nothing is created', async () => {
  const { api, close } = await startTester()
  const options = { _target: 'nonsense', _ttl: 'soon', _no_such_option: '1' }
  const answer = await api('PUT', '/services/billing', { template: 'Chat-Delayed', options })
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'service-invalid' } } })
  const { details } = (answer.body as { error: { details: { field: string }[] } }).error
  expect(details.map((detail) => detail.field)).toEqual(
    expect.arrayContaining(['options._target', 'options._ttl']),
  )
  expect((await api('GET', '/services/billing')).status).toBe(404)
  expect((await api('PUT', '/services/billing', { template: 'None', options: {} })).status).toBe(400)
  await close()
})

test('[TA19] options change one by one and return to their default', async () => {
  const { api, close } = await startTester()
  await api('PUT', '/services/billing', billing)
  const { options } = (await api('GET', '/services/billing')).body as ServiceJson
  expect((await api('PATCH', '/services/billing', { options: { _ttl: '60' } })).body).toMatchObject({
    options: { ...options, _ttl: '60' },
  })
  expect((await api('PATCH', '/services/billing', { options: { _ttl: null } })).body).toMatchObject({
    options,
    overrides: billing.options,
  })
  expect(await api('PATCH', '/services/billing', { options: { _ttl: 'soon' } })).toMatchObject({
    status: 400,
    body: { error: { details: [{ field: 'options._ttl' }] } },
  })
  expect((await api('PATCH', '/services/none', { options: {} })).status).toBe(404)
  await close()
})

test('[TA20] a service is removed; a built-in one stays', async () => {
  const { api, close } = await startTester()
  expect((await api('DELETE', '/services/chat-delay')).status).toBe(204)
  expect((await api('DELETE', '/services/chat-delay')).status).toBe(404)
  expect(await api('DELETE', '/services/request-chat')).toMatchObject({
    status: 409,
    body: { error: { code: 'service-built-in' } },
  })
  await close()
})

test('[TA21] templates list their options', async () => {
  const { api, close } = await startTester()
  const templates = (await api('GET', '/templates')).body as TemplateJson[]
  const delayed = templates.find((template) => template.name === 'Chat-Delayed')
  expect(delayed?.options.find((option) => option.name === '_target')).toMatchObject({
    category: expect.any(String),
    default: '',
    mandatory: true,
    fixed: false,
    description: expect.any(String),
  })
  expect(delayed?.options.find((option) => option.name === '_ttl')).toMatchObject({
    type: { kind: 'integer', min: 1, max: 31_536_000 },
    kept: false,
  })
  expect(delayed?.options.find((option) => option.name === '_cpd_enable')).toMatchObject({
    type: { kind: 'boolean' },
    kept: true,
  })
  expect(delayed?.options.find((option) => option.name === '_media_type')).toMatchObject({
    type: { kind: 'choice', values: ['chat', 'voice'] },
    default: 'chat',
    fixed: true,
  })
  await close()
})

test('[TA118] templates list what they know of options that may come with any number', async () => {
  const { api, close } = await startTester()
  const templates = (await api('GET', '/templates')).body as TemplateJson[]
  const families = (name: string) =>
    templates.find((template) => template.name === name)?.families.map((option) => option.name)
  expect(families('Office-Hours')).toEqual(['_bh_regular*', '_bh_add*', '_holiday*'])
  expect(families('Chat-Delayed')).toEqual([])
  await close()
})

test('[TA90] templates say what a request may bring along, and services whether they are built in', async () => {
  const { api, close } = await startTester()
  const templates = (await api('GET', '/templates')).body as TemplateJson[]
  const delayed = templates.find(({ name }) => name === 'Chat-Delayed')?.options ?? []
  const those = (fromRequest: string) =>
    delayed.filter((option) => option.fromRequest === fromRequest).map(({ name }) => name)
  expect(those('always')).toEqual(expect.arrayContaining(['_media_type', '_urs_virtual_queue']))
  expect(those('when-listed').toSorted()).toEqual(['_ors', '_redirect', '_target'])
  expect(those('never')).toContain('_ttl')
  expect((await api('GET', '/services/request-chat')).body).toMatchObject({ builtIn: true })
  expect((await api('GET', '/services/chat-delay')).body).toMatchObject({ builtIn: false })
  await close()
})

test('[TA91] a target is explained, or told what is wrong with it and where', async () => {
  const { api, close } = await startTester()
  const explain = async (target: string) =>
    await api('GET', `/targets/explain?${new URLSearchParams({ target })}`)
  expect(await explain('Billing@StatServer.GA')).toMatchObject({
    status: 200,
    body: { ok: true, targets: [{ agents: [{ id: 'anna' }, { id: 'ben' }] }] },
  })
  expect(await explain('Billing@StatServer.XX')).toEqual(
    expect.objectContaining({
      status: 200,
      body: { ok: false, message: expect.stringContaining('XX'), token: 'XX', column: 20 },
    }),
  )
  expect((await api('GET', '/targets/explain')).status).toBe(400)
  await close()
})
