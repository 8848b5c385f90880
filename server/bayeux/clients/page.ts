/** As much of a page as callback-polling needs: a head into which scripts are put, and which runs them. */
import http from 'node:http'
import { text } from 'node:stream/consumers'
import { runInThisContext } from 'node:vm'

interface Script {
  readonly src: string
  onerror(event: { readonly type: string }): void
}

/** Gives the window that a Node adapter has installed a document; older libraries look for it outside the window. */
export function installPage(): void {
  const window: unknown = Reflect.get(globalThis, 'window')
  if (typeof window !== 'object' || window === null) throw new Error('There is no window yet.')
  const head = {
    // Several clients may call their functions by one name, which is taken only as long as this call.
    appendChild: (script: Script) => void load(script, scopeOf(window, script)),
    removeChild: () => {},
  }
  const document = { getElementsByTagName: () => [head], createElement: () => ({}) }
  Object.assign(window, { document })
  Object.assign(globalThis, { document })
}

/** The one function that a script may call. */
function scopeOf(window: object, script: Script): object {
  const name = new URL(script.src).searchParams.get('jsonp') ?? ''
  return { [name]: Reflect.get(window, name) }
}

async function load(script: Script, scope: object): Promise<void> {
  let source: string
  try {
    source = await download(script.src)
  } catch {
    script.onerror({ type: 'error' })
    return
  }
  const run: unknown = runInThisContext(`(function (scope) { with (scope) { ${source} } })`)
  if (typeof run === 'function') Reflect.apply(run, undefined, [scope])
}

/** Rejects when there is no script, or not the whole of it. */
function download(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent: false }, (response) => {
        const type = response.headers['content-type']
        if (response.statusCode !== 200 || type === undefined || !type.startsWith('text/javascript')) {
          response.resume()
          reject(new Error(`${response.statusCode} ${type}`))
        } else {
          text(response).then(resolve, reject)
        }
      })
      .on('error', reject)
  })
}
