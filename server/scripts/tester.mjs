/** Starts a built tester for those who drive one: the pictures, and the benchmark of the pages. */
import { spawn } from 'node:child_process'
import path from 'node:path'

/**
 * Starts a tester that keeps nothing, on any free port of this machine; answers its address, its process and how to end
 * it. `flags` are for Node; to `child` messages may be sent.
 */
export async function startTester(root, program = '.build/server/main.js', flags = []) {
  const child = spawn(process.execPath, [...flags, path.join(root, program)], {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', STORAGE: 'memory' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let said = ''
  const port = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The tester ended with ${code}.`)))
    child.stdout.on('data', (chunk) => {
      said += chunk
      const found = /Workbench\s+http:\/\/[^\s:]+:(\d+)/.exec(said)
      if (found) resolve(found[1])
    })
  })
  const url = `http://127.0.0.1:${port}`
  await fetch(`${url}/gmstester/api/health?waitSeconds=30`)
  return { url, pid: child.pid, child, stop: () => child.kill() }
}
