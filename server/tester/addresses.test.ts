import { expect, test } from 'vitest'
import type { NetworkInterfaceInfo } from 'node:os'
import { startTester } from '../testing.ts'
import { listAddresses } from './addresses.ts'

const info = (address: string, family: 'IPv4' | 'IPv6', internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  mac: '00:00:00:00:00:00',
  netmask: '',
  cidr: null,
  ...(family === 'IPv6' ? { family, scopeid: 0 } : { family }),
})

const interfaces = {
  lo: [info('127.0.0.1', 'IPv4', true)],
  wlan0: [info('192.168.1.5', 'IPv4'), info('fe80::1', 'IPv6'), info('2001:db8::5', 'IPv6')],
}

const listening = (host: string) =>
  listAddresses(host, 8080, interfaces)
    .addresses.filter(({ isListening }) => isListening)
    .map(({ origin }) => origin)

test('[TA93] all addresses of the machine are listed, without those that clients cannot name', () => {
  expect(listAddresses('localhost', 8080, interfaces)).toEqual({
    host: 'localhost',
    port: 8080,
    isOpenToOthers: false,
    addresses: [
      { origin: 'http://localhost:8080', interface: null, isListening: true },
      { origin: 'http://192.168.1.5:8080', interface: 'wlan0', isListening: false },
      { origin: 'http://[2001:db8::5]:8080', interface: 'wlan0', isListening: false },
    ],
  })
})

test.each([
  ['127.0.0.1', ['http://localhost:8080']],
  ['0.0.0.0', ['http://localhost:8080', 'http://192.168.1.5:8080']],
  ['::', ['http://localhost:8080', 'http://192.168.1.5:8080', 'http://[2001:db8::5]:8080']],
  ['192.168.1.5', ['http://192.168.1.5:8080']],
  ['laptop.example', ['http://laptop.example:8080']],
])('[TA93] told to listen on %s, it says where it does', (host, origins) => {
  expect(listening(host)).toEqual(origins)
})

test('[TA93] the answer has the port that was asked at, and the listed origins', async () => {
  const { api, url, close } = await startTester({ config: { allowedOrigins: ['http://localhost:3000'] } })
  expect(await api('GET', '/addresses')).toMatchObject({
    status: 200,
    body: {
      host: 'localhost',
      port: Number(new URL(url).port),
      isOpenToOthers: false,
      allowedOrigins: ['http://localhost:3000'],
    },
  })
  await close()
})
