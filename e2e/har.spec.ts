import { writeFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { test } from './tester.ts'

interface Call {
  readonly method: string
  readonly path: string
  readonly body?: string
}

/** A call of a customer's app, and what it is answered. */
const ask = (page: Page, call: Call) =>
  page.evaluate(async ({ method, path, body }) => {
    const response = await fetch(path, {
      method,
      headers: { gms_user: 'u1', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    })
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      server: response.headers.get('server'),
      body: await response.text(),
    }
  }, call)

test('an archive that is saved is read by another program, which answers from it as the tester did', async ({
  page,
  tester,
  context,
}, info) => {
  // A page of the same origin that asks for nothing by itself.
  const blank = `${tester.url}/blank`
  const open = async (one: Page) => {
    await one.route(blank, (route) => route.fulfill({ contentType: 'text/html', body: '<title>app</title>' }))
    await one.goto(blank)
  }
  const service = '/genesys/1/service'
  await open(page)
  const start: Call = {
    method: 'POST',
    path: `${service}/callback/chat-delay`,
    body: JSON.stringify({ _customer_number: '5551', usr_reason: 'Grüße' }),
  }
  const started = await ask(page, start)
  const { _id: id } = JSON.parse(started.body) as { _id: string }
  const calls: Call[] = [
    { method: 'GET', path: `${service}/${id}/check-queue-position` },
    { method: 'POST', path: `${service}/${id}/connect`, body: '{}' },
    { method: 'GET', path: `${service}/callback?_customer_number=5551` },
    { method: 'POST', path: `${service}/callback/nowhere`, body: '{"_customer_number":"5552"}' },
  ]
  const asked = [start, ...calls]
  const answers = [started]
  for (const call of calls) answers.push(await ask(page, call))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 503, 200, 404])

  const archive = await fetch(`${tester.url}/gmstester/api/traffic.har?redact=false`)
  const file = info.outputPath('saved.har')
  writeFileSync(file, await archive.text())
  await tester.crash()

  const other = await context.newPage()
  await other.routeFromHAR(file, { notFound: 'abort' })
  await open(other)
  const replayed = []
  for (const call of asked) replayed.push(await ask(other, call))
  expect(replayed).toEqual(answers)
  // What is not in it has no answer.
  await expect(
    ask(other, { method: 'POST', path: `${service}/callback/chat-delay`, body: '{}' }),
  ).rejects.toThrow(/Failed to fetch/)
})
