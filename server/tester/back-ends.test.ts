import { expect, test } from 'vitest'
import { startTester } from '../testing.ts'

const up = { urs: 'up', ors: 'up', chatServer: 'up', statServer: 'up', push: 'up' }

test('[TA104] back ends are switched one by one, and a reset brings all up', async () => {
  const { api, close } = await startTester()
  expect((await api('GET', '/back-ends')).body).toEqual(up)
  expect(await api('PATCH', '/back-ends', { urs: 'down' })).toMatchObject({
    status: 200,
    body: { ...up, urs: 'down' },
  })
  expect((await api('PATCH', '/back-ends', {})).body).toEqual({ ...up, urs: 'down' })
  for (const body of [{ urs: 'broken' }, { fax: 'down' }])
    expect((await api('PATCH', '/back-ends', body)).status).toBe(400)
  await api('POST', '/reset')
  expect((await api('GET', '/back-ends')).body).toEqual(up)
  await close()
})

test('[TA104] what is down is told to apps in GMS’ words', async () => {
  const { api, customer, url, close } = await startTester()
  const { id } = await customer.startCallback()
  const ask = async (path: string) => {
    const answer = await fetch(`${url}/genesys/1/service/${path}`, { method: 'POST' })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  await api('PATCH', '/back-ends', { urs: 'down' })
  expect(await ask(`${id}/check-queue-position`)).toMatchObject({
    status: 200,
    body: { _position: 1, _eta: 'n/a', _agent_ready_threshold_passed: true },
  })
  await api('PATCH', '/back-ends', { ors: 'down', chatServer: 'down' })
  const ors = {
    status: 500,
    body: {
      exception: 'com.genesyslab.gsg.services.ors.OrsServiceException',
      message: 'ORS request failed: 503 Service Unavailable',
    },
  }
  for (const path of [
    'callback/chat-delay',
    `${id}/check-queue-position`,
    `${id}/connect`,
    `${id}/get-dialog-user-confirmation-provide_code-false`,
    `${id}/retrieve-notifications`,
  ])
    expect(await ask(path), path).toEqual(ors)
  expect(await ask(`${id}/ixn/chat`)).toMatchObject({
    status: 503,
    body: { exception: 'gmstester.ChatServerUnavailable' },
  })
  await close()
})
