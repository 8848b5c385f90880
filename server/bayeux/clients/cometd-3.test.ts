import { createRequire } from 'node:module'
import { cometdKind, type CometdLibrary } from './cometd-kind.ts'
import { describeClient } from './client.contract.ts'
import { installPage } from './page.ts'

// The older versions look for a window as soon as they are loaded, so the adapter comes first.
const require = createRequire(import.meta.url)
const adapter: { adapt(): void } = require('cometd-nodejs-client-1')
adapter.adapt()
installPage()
const { CometD }: Pick<CometdLibrary, 'CometD'> = require('cometd-3')
const AckExtension: CometdLibrary['AckExtension'] = require('cometd-3/AckExtension')

describeClient(cometdKind('cometd.js 3.1', { CometD, AckExtension }))
