import { createServer } from 'node:http'
import { networkInterfaces } from 'node:os'
import { afterEach, expect, test } from 'vitest'
import { listen, portOf } from './listen.ts'

const closing: { close(): unknown }[] = []
afterEach(() => closing.splice(0).forEach((server) => server.close()))

const open = async (host: string, port = 0) => {
  const servers = await listen(() => createServer((_, response) => response.end('here')), { host, port })
  closing.push(...servers)
  return servers
}
const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((address) => address?.address === '::1')

test('[HS8] localhost is both loopback addresses, as far as the system has them', async () => {
  const servers = await open('localhost')
  const ports = new Set(servers.map(portOf))
  expect(ports.size).toBe(1)
  const [port] = ports
  const hosts = hasIpv6 ? ['127.0.0.1', '[::1]', 'localhost'] : ['127.0.0.1', 'localhost']
  for (const host of hosts) expect(await (await fetch(`http://${host}:${port}/`)).text()).toBe('here')
})

test('[HS8] any other host is itself', async () => {
  const servers = await open('127.0.0.1')
  expect(servers).toHaveLength(1)
  expect(servers[0]?.address()).toMatchObject({ address: '127.0.0.1' })
})

test('[HS8] where the port is taken at one address, none is opened', async () => {
  const [taken] = await open(hasIpv6 ? '::1' : '127.0.0.1')
  const port = taken === undefined ? 0 : portOf(taken)
  await expect(open('localhost', port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  if (hasIpv6) expect(await open('127.0.0.1', port)).toHaveLength(1)
})
