/** `npm run dev`: pages reload in place (Next); the server is compiled on every edit and started again. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { ensureInstalled } from './install.mjs'

const root = process.cwd()
const folder = '.build/dev'
ensureInstalled(root)

let server
let isRestarting = false

/** Starts the server, or ends the one that runs and starts the next when it is gone. */
function restart() {
  if (server !== undefined) {
    isRestarting = true
    server.kill('SIGTERM')
    return
  }
  const env = { ...process.env, NODE_ENV: 'development', GMS_TESTER_DEV: '1', NEXT_TELEMETRY_DISABLED: '1' }
  server = spawn(process.execPath, ['--enable-source-maps', path.join(root, folder, 'main.js')], {
    stdio: 'inherit',
    env,
  })
  server.on('exit', (code) => {
    server = undefined
    if (isRestarting) {
      isRestarting = false
      restart()
    } else process.stdout.write(`The server ended (${code}); the next edit starts it again.\n`)
  })
}

const words = [
  '-p',
  'server/tsconfig.json',
  '--noCheck',
  '--outDir',
  folder,
  '--watch',
  '--preserveWatchOutput',
]
const compiler = spawn(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), ...words], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
compiler.stdout.setEncoding('utf8').on('data', (text) => {
  if (/Found 0 errors?\./.test(text)) restart()
  else if (/error TS/.test(text)) process.stdout.write(text)
})

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    compiler.kill()
    server?.removeAllListeners('exit')
    server?.on('exit', () => process.exit(0))
    if (server === undefined) process.exit(0)
    server.kill(signal)
  })
