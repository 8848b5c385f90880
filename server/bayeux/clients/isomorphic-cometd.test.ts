import { createRequire } from 'node:module'
import { AckExtension } from 'cometd/AckExtension.js'
import { cometdKind, type CometdLibrary } from './cometd-kind.ts'
import { describeClient } from './client.contract.ts'

// It installs the adapter by itself.
const { CometD }: Pick<CometdLibrary, 'CometD'> = createRequire(import.meta.url)('isomorphic-cometd')

describeClient(cometdKind('isomorphic-cometd', { CometD, AckExtension }))
