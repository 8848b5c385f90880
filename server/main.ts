/** Starts the tester: the one module that does something when it is imported. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createApplication } from './application.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { centreSchema, subjectOf } from './contact-center/records.ts'
import { createHostGuard } from './host-guard.ts'
import { createHttpServer, type RequestOwner } from './http-server.ts'
import { listen, portOf } from './listen.ts'
import { createPages } from './pages.ts'
import { createLog } from './runtime/log.ts'
import { createRandom } from './runtime/random.ts'
import { createSteerableClock } from './runtime/steerable-clock.ts'
import { createSystemClock } from './runtime/system-clock.ts'
import { createMemoryStorage } from './storage/memory.ts'
import { openSqliteStorage } from './storage/sqlite.ts'
import { readRuleTexts } from './tester/rules.ts'

process.env.NEXT_TELEMETRY_DISABLED = '1'

const config = readConfigOrEnd()
const log = createLog(config.logLevel)
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const owners: RequestOwner[] = []
// The port first: who starts a second tester by mistake hears of the port, not of the data that it would share.
const servers = await listen(() => createHttpServer({ owners, limits: config.limits.http }), config).catch(
  (error: unknown) => end(listenProblem(error, config)),
)

// No request comes in between: until the owners are there, nothing is waited for.
const wire = createSystemClock()
const storage = openStorageOrEnd(config)
const application = createApplication({
  storage,
  clock: createSteerableClock({ base: wire, quiet: () => storage.settled() }),
  wire,
  random: createRandom,
  newSeed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  log,
  config,
  version,
  build: readBuild(),
  rules: readRuleTexts(readFileSync('server/contact-center/SPEC.md', 'utf8')),
})
const pages = createPages({
  dir: process.cwd(),
  host: config.host,
  port: config.port,
  isDevelopment: config.isDevelopment,
  log,
})
owners.push(createHostGuard(config.host, config.allowedOrigins), application, pages)

let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (isStopping) process.exit(1)
    isStopping = true
    stop().catch((error: unknown) => end('The tester did not stop cleanly', error))
  })

await pages.prepare().catch((error: unknown) => end('The pages cannot be served', error))
await application.open().catch((error: unknown) => end('The contact centre cannot be opened', error))
process.stdout.write(banner(config, version))

async function stop(): Promise<void> {
  // Whatever hangs, the process is gone within five seconds.
  setTimeout(() => process.exit(0), 4500).unref()
  const closed = Promise.all(
    servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
  )
  await application.close()
  for (const server of servers) {
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), config.limits.http.stop).unref()
  }
  await closed
  await storage.close()
  process.exit(0)
}

function end(sentence: string, error?: unknown): never {
  const why = error === undefined ? '' : `: ${error instanceof Error ? error.message : String(error)}`
  process.stderr.write(`${sentence}${why}\n`)
  process.exit(1)
}

/** The name that Next gave its build. */
function readBuild(): string {
  if (config.isDevelopment) return 'development'
  try {
    return readFileSync(path.join(process.env.NEXT_DIST_DIR ?? '.next', 'BUILD_ID'), 'utf8').trim()
  } catch (error) {
    return end('The pages are not built', error)
  }
}

function readConfigOrEnd(): Config {
  try {
    return readConfig(process.env, process.argv.slice(2))
  } catch (error) {
    if (error instanceof ConfigError) return end(error.message)
    throw error
  }
}

function openStorageOrEnd({ storage: engine, dataDir, limits }: Config) {
  const onListenerError = (error: unknown) => log.error('a listener of the storage failed', { error })
  const options = { schema: centreSchema, subjectOf, historyMax: limits.historyMax, onListenerError }
  if (engine === 'memory') return createMemoryStorage(options)
  try {
    return openSqliteStorage({ ...options, file: path.join(dataDir, 'gms-tester.sqlite') })
  } catch (error) {
    return end('The data cannot be opened', error)
  }
}

function listenProblem(error: unknown, { port, host }: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop what uses it, or choose another port: PORT=8081 npm start`
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Choose one above 1023.`
  return `The server cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`
}

function banner({ host }: Config, version: string): string {
  const port = servers[0] === undefined ? 0 : portOf(servers[0])
  const isHere = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)
  const name = isHere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const origin = `http://${name}:${port}`
  return [
    `GMS Tester ${version}`,
    `  Workbench   ${origin}/`,
    `  GMS API     ${origin}/genesys`,
    `  Try         curl -H "gms_user: demo" -F "_customer_number=4082652649" -F "usr_customer_name=Bob Markel" ${origin}/genesys/1/service/callback/chat-delay`,
    '',
  ].join('\n')
}
