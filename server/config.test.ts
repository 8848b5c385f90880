import { expect, test } from 'vitest'
import { ConfigError, limits, readConfig } from './config.ts'

test('[EN1] without anything set it serves this machine only', () => {
  expect(readConfig({})).toEqual({
    port: 8080,
    host: 'localhost',
    dataDir: './data',
    storage: 'sqlite',
    seed: null,
    gmsVersion: '8.1.2',
    logLevel: 'warn',
    allowedOrigins: [],
    callbackPolling: false,
    isDevelopment: false,
    limits,
  })
})

test('[EN2] each thing is set by its variable', () => {
  const env = {
    PORT: '0',
    HOST: '0.0.0.0',
    DATA_DIR: 'elsewhere',
    STORAGE: 'memory',
    SEED: '7',
    GMS_VERSION: '8.5.2',
    LOG_LEVEL: 'info',
    ALLOWED_ORIGINS: 'http://localhost:3000, https://a.example/',
    CALLBACK_POLLING: 'on',
    GMS_TESTER_DEV: '1',
  }
  expect(readConfig(env)).toMatchObject({
    port: 0,
    host: '0.0.0.0',
    dataDir: 'elsewhere',
    storage: 'memory',
    seed: 7,
    gmsVersion: '8.5.2',
    logLevel: 'info',
    allowedOrigins: ['http://localhost:3000', 'https://a.example'],
    callbackPolling: true,
    isDevelopment: true,
  })
})

test('[EN2] a flag wins, and an empty variable is not set', () => {
  expect(readConfig({ PORT: '9000', SEED: '' }, ['--port', '9001', '--storage=memory'])).toMatchObject({
    port: 9001,
    storage: 'memory',
    seed: null,
  })
})

test.each([
  [{ PORT: 'http' }, 'PORT'],
  [{ PORT: '65536' }, 'PORT'],
  [{ PORT: '-1' }, 'PORT'],
  [{ HOST: 'a b' }, 'HOST'],
  [{ STORAGE: 'postgres' }, 'STORAGE'],
  [{ SEED: '1.5' }, 'SEED'],
  [{ GMS_VERSION: '9' }, 'GMS_VERSION'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ CALLBACK_POLLING: 'yes' }, 'CALLBACK_POLLING'],
  [{ ALLOWED_ORIGINS: 'localhost:3000' }, 'ALLOWED_ORIGINS'],
  [{ ALLOWED_ORIGINS: 'http://a.example/path' }, 'ALLOWED_ORIGINS'],
])('[EN3] %j is told of', (env, name) => {
  expect(() => readConfig(env)).toThrow(new RegExp(`^${name} must be .*; it is ".*"\\.$`))
})

test('[EN3] everything that is wrong is told of at once', () => {
  expect(() => readConfig({ PORT: 'x', STORAGE: 'y' })).toThrow(ConfigError)
  expect(() => readConfig({ PORT: 'x', STORAGE: 'y' })).toThrow(/^PORT .*\nSTORAGE .*$/)
  expect(() => readConfig({}, ['--port', 'x'])).toThrow(/^--port must be/)
  expect(() => readConfig({}, ['--prot', '1'])).toThrow(/--prot/)
})
