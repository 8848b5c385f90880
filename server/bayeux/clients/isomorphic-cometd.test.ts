import { createRequire } from 'node:module'
import { AckExtension } from 'cometd/AckExtension.js'
import { cometdKind, type CometdLibrary } from './cometd-kind.ts'
import { describeClient } from './client.contract.ts'
import { installPage } from './page.ts'

// It installs the adapter by itself.
const require = createRequire(import.meta.url)
const { CometD }: Pick<CometdLibrary, 'CometD'> = require('isomorphic-cometd')

installPage()
describeClient(cometdKind('isomorphic-cometd', { CometD, AckExtension }))
