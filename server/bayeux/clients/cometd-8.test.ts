import { CometD } from 'cometd-8'
import { AckExtension } from 'cometd-8/AckExtension.js'
import { adapt } from 'cometd-nodejs-client'
import { cometdKind } from './cometd-kind.ts'
import { describeClient } from './client.contract.ts'
import { installPage } from './page.ts'

adapt()
installPage()
describeClient(cometdKind('cometd.js 8', { CometD, AckExtension }))
