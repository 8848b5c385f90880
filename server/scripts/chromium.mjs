/** Finds a Chromium for the end-to-end tests, or has the system's package manager install one. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const programFiles = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
].filter(Boolean)

/** Where browsers of Chromium's family usually stand, by platform. */
const places = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap(
    (name) => ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => path.join(folder, name)),
  ),
  darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: programFiles.flatMap((folder) =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((rest) =>
      path.join(folder, rest),
    ),
  ),
}

/** The first browser found: `CHROMIUM_PATH`, the one Playwright downloaded, the system's. */
export async function findChromium() {
  const { chromium } = await import('@playwright/test')
  const candidates = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    ...(places[process.platform] ?? []),
  ]
  return candidates.find((candidate) => candidate !== undefined && candidate !== '' && existsSync(candidate))
}

const managers = [
  {
    program: 'apt-get',
    words: [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']],
  },
  { program: 'dnf', words: [['install', '-y', 'chromium']] },
  { program: 'apk', words: [['add', 'chromium']] },
  { program: 'pacman', words: [['-Sy', '--noconfirm', 'chromium']] },
  { program: 'zypper', words: [['--non-interactive', 'install', 'chromium']] },
]

const has = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined

/** Installs without asking anybody: as root, or through a sudo that needs no password. True when it went well. */
function installWithPackageManager() {
  if (process.platform !== 'linux') return false
  const manager = managers.find(({ program }) => has(program))
  if (manager === undefined) return false
  const isRoot = process.getuid?.() === 0
  if (!isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return false
  process.stdout.write(`Installing Chromium with ${manager.program} …\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return manager.words.every((words) => {
    const command = isRoot ? [manager.program, ...words] : ['sudo', '-n', manager.program, ...words]
    return (
      spawnSync(command[0], command.slice(1), { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
    )
  })
}

/** The path of a browser; ends the process with a sentence when there is none and none can be installed. */
export async function ensureChromium() {
  const found = (await findChromium()) ?? (installWithPackageManager() ? await findChromium() : undefined)
  if (found !== undefined) return found
  process.stderr.write(
    'The end-to-end tests need Chromium, Chrome or Edge, and none was found. Install one (on Debian: apt-get install chromium) ' +
      'or name one in CHROMIUM_PATH, then run npm test again.\n',
  )
  process.exit(1)
}
