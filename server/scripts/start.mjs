/** `npm start`: installs and builds what is missing, then serves. */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..')
process.chdir(root)
ensureInstalled(root)
process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
try {
  await ensureBuilt(root)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
await import(pathToFileURL(path.join(root, '.build/server/main.js')).href)
