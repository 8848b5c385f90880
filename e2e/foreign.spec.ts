import { expect } from '@playwright/test'
import { fill, open, screens } from './screens.ts'
import { test } from './tester.ts'

test('no screen asks anybody but the tester for anything', async ({ page, tester, context }) => {
  const { host } = new URL(tester.url)
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  page.on('websocket', (socket) => asked.push(socket.url()))
  // A name is asked for before it is looked up; nothing leaves this machine for it.
  const isForeign = (url: string) => /^(https?|wss?):/.test(url) && new URL(url).host !== host
  const { serviceId } = await fill(page, tester)
  for (const path of [...screens, `/callbacks/${serviceId}`, '/wire/1', '/no/such/page']) {
    const before = asked.length
    if (path === '/no/such/page') await page.goto(`${tester.url}${path}`)
    else await open(page, `${tester.url}${path}`)
    expect(asked.slice(before), path).toContain(`${tester.url}${path}`)
  }
  expect(asked.some((url) => url.startsWith('ws:'))).toBe(true)
  expect(asked.filter(isForeign)).toEqual([])
})
