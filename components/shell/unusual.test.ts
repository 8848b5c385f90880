import { expect, test } from 'vitest'
import { unusualOf } from './unusual.ts'

const addresses = {
  host: 'localhost',
  port: 8080,
  isOpenToOthers: false,
  addresses: [],
  allowedOrigins: [],
}
const settings = { gmsVersion: '8.1.2', idPrefix: '369-', callback: {}, server: {} } as const

test('nothing is unusual by default, nor before it is known', () => {
  expect(
    unusualOf({
      addresses,
      settings,
      paused: { services: [] },
      services: [{ name: 'chat-delay', changed: [] }],
    }),
  ).toEqual([])
  expect(
    unusualOf({ addresses: undefined, settings: undefined, paused: undefined, services: undefined }),
  ).toEqual([])
})

test('a user name alone asks for nothing', () => {
  const server = { username: 'gms' }
  expect(
    unusualOf({ addresses, settings: { ...settings, server }, paused: undefined, services: undefined }),
  ).toEqual([])
})

test('what is not as by default is named, and where it is changed', () => {
  const found = unusualOf({
    addresses: { ...addresses, host: '0.0.0.0', isOpenToOthers: true },
    settings: { ...settings, gmsVersion: '8.5.2', server: { username: 'gms', password: 'secret' } },
    paused: { services: ['chat-delay', 'other'] },
    services: [
      { name: 'chat-delay', changed: ['_ttl'] },
      { name: 'other', changed: [] },
    ],
  })
  expect(found).toEqual([
    { kind: 'open', href: '/connect', what: '0.0.0.0' },
    { kind: 'paused', href: '/settings#paused', what: 'chat-delay, other' },
    { kind: 'changed', href: '/services/chat-delay?show=changed', what: 'chat-delay' },
    { kind: 'version', href: '/settings#version', what: '8.5.2' },
    { kind: 'credentials', href: '/settings#server', what: 'gms' },
  ])
})
