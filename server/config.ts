import { parseArgs } from 'node:util'
import type { BayeuxLimits } from './bayeux/bayeux.ts'
import { defaultLimits as bayeuxLimits } from './bayeux/limits.ts'
import type { GmsVersion } from './contact-center/configuration.ts'
import { defaultLimits as centreLimits, type CentreLimits } from './contact-center/limits.ts'
import { gmsLimits, type GmsLimits } from './gms/limits.ts'
import { minutes, seconds, type Millis } from './runtime/clock.ts'
import type { LogLevel } from './runtime/log.ts'
import { testerLimits, type TesterLimits } from './tester/limits.ts'

/** How long the HTTP server waits for what. */
export interface HttpLimits {
  /** How long an idle connection stays open. */
  readonly keepAlive: Millis
  /** How long the head of a request may take. */
  readonly headers: Millis
  /** How long a whole request may take. */
  readonly request: Millis
  /** How long a stop waits for answers on their way. */
  readonly stop: Millis
  readonly headerBytesMax: number
}

export interface Limits {
  readonly http: HttpLimits
  readonly gms: GmsLimits
  readonly bayeux: BayeuxLimits
  readonly centre: CentreLimits
  readonly tester: TesterLimits
  /** How many events the history keeps. */
  readonly historyMax: number
}

/** Every limit there is, with its default. */
export const limits: Limits = {
  http: {
    keepAlive: seconds(75),
    headers: seconds(80),
    request: minutes(5),
    stop: seconds(3),
    headerBytesMax: 16 * 1024,
  },
  gms: gmsLimits,
  bayeux: bayeuxLimits,
  centre: centreLimits,
  tester: testerLimits,
  historyMax: 100_000,
}

export interface Config {
  readonly port: number
  /** `localhost` means both loopback addresses. */
  readonly host: string
  readonly dataDir: string
  readonly storage: 'sqlite' | 'memory'
  /** Null: a new one each time an installation begins. */
  readonly seed: number | null
  /** What a new installation begins with. */
  readonly gmsVersion: GmsVersion
  readonly logLevel: LogLevel
  /** Origins of pages that may use the APIs as our own pages do. */
  readonly allowedOrigins: readonly string[]
  /** Whether push is offered to scripts (JSONP) too, for pages that are that old. */
  readonly callbackPolling: boolean
  /** Pages are compiled as they are asked for, and reload in place. */
  readonly isDevelopment: boolean
  readonly limits: Limits
}

const logLevels = ['silent', 'error', 'warn', 'info'] as const satisfies readonly LogLevel[]

/** The configuration cannot be used; the message has one line for each thing that is wrong. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
  }
}

/** What can be set: as an environment variable, or as a flag, which wins. */
const names = {
  port: 'PORT',
  host: 'HOST',
  'data-dir': 'DATA_DIR',
  storage: 'STORAGE',
  seed: 'SEED',
  'gms-version': 'GMS_VERSION',
  'log-level': 'LOG_LEVEL',
  'allowed-origins': 'ALLOWED_ORIGINS',
  'callback-polling': 'CALLBACK_POLLING',
} as const

type Flag = keyof typeof names

/** Reads flags and environment once. Throws `ConfigError`, which tells of everything that is wrong at once. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  argv: readonly string[] = [],
): Config {
  const problems: string[] = []
  const flags = readFlags(argv, problems)
  /** An empty variable is one that is not set. */
  const read = <T>(flag: Flag, fallback: T, parse: (text: string) => T | undefined, wanted: string): T => {
    const given = flags[flag] ?? env[names[flag]]
    if (given === undefined || given.trim() === '') return fallback
    const value = parse(given.trim())
    if (value === undefined) {
      const name = flags[flag] === undefined ? names[flag] : `--${flag}`
      problems.push(`${name} must be ${wanted}; it is "${given}".`)
    }
    return value ?? fallback
  }
  const config: Config = {
    port: read('port', 8080, wholeNumber(65_535), 'a port from 1 to 65535, or 0 for any free one'),
    host: read('host', 'localhost', hostName, 'a host name or an IP address, such as 127.0.0.1 or 0.0.0.0'),
    dataDir: read('data-dir', './data', (text) => text, 'a folder'),
    storage: read('storage', 'sqlite', oneOf(['sqlite', 'memory']), 'sqlite or memory'),
    seed: read('seed', null, wholeNumber(Number.MAX_SAFE_INTEGER), 'a whole number'),
    gmsVersion: read('gms-version', '8.1.2', oneOf(['8.1.2', '8.5.2']), '8.1.2 or 8.5.2'),
    logLevel: read('log-level', 'warn', oneOf(logLevels), `one of ${logLevels.join(', ')}`),
    allowedOrigins: read(
      'allowed-origins',
      [],
      origins,
      'a list of origins with commas between them, such as http://localhost:3000',
    ),
    callbackPolling:
      read('callback-polling', 'off' as 'on' | 'off', oneOf(['on', 'off']), 'on or off') === 'on',
    isDevelopment: ['1', 'true'].includes(env.GMS_TESTER_DEV?.trim().toLowerCase() ?? ''),
    limits,
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

function readFlags(argv: readonly string[], problems: string[]): Partial<Record<Flag, string>> {
  const options = Object.fromEntries(Object.keys(names).map((name) => [name, { type: 'string' as const }]))
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error))
    return {}
  }
}

const wholeNumber = (max: number) => (text: string) =>
  /^\d{1,16}$/.test(text) && Number(text) <= max ? Number(text) : undefined

const oneOf =
  <const T extends string>(words: readonly T[]) =>
  (text: string): T | undefined =>
    words.find((word) => word === text)

const hostName = (text: string) => (/^[\w.:-]+$/.test(text) ? text : undefined)

function origins(text: string): string[] | undefined {
  const wanted = text.split(',').map((part) => part.trim().replace(/\/$/, ''))
  const isOrigin = (part: string) => URL.canParse(part) && new URL(part).origin === part
  return wanted.every(isOrigin) ? wanted : undefined
}
