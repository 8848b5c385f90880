/** Sees to it that what `package-lock.json` names is installed; asks the registry only when something is missing. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const oldest = [20, 9]

/** Ends the process with a sentence when this Node is too old. */
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  process.stderr.write(
    `GMS Tester needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}.\n`,
  )
  process.exit(1)
}

/** True when every package of the lock file that this machine must have stands in `node_modules` at its version. */
function isInstalled(root) {
  const installedLock = path.join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installedLock)) return false
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages
  return Object.entries(wanted).every(
    ([place, { version, optional, peer }]) =>
      place === '' || optional || peer || installed[place]?.version === version,
  )
}

/** Runs npm with these words, through the npm that runs us where there is one. */
function npm(words, root) {
  const own = process.env.npm_execpath
  const isScript = own !== undefined && /\.[cm]?js$/.test(own)
  return isScript
    ? spawnSync(process.execPath, [own, ...words], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
}

/** Installs what is missing; ends the process when that fails. */
export function ensureInstalled(root) {
  requireNode()
  if (isInstalled(root)) return
  process.stdout.write('Installing packages …\n')
  // The compiler is a development dependency, and NODE_ENV=production would leave it out.
  const run = npm(['ci', '--include=dev', '--no-audit', '--no-fund'], root)
  if (run.status === 0) return
  process.stderr.write('The packages could not be installed; npm says above why.\n')
  process.exit(run.status ?? 1)
}
