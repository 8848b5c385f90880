import { CometD } from 'cometd'
import { AckExtension } from 'cometd/AckExtension.js'
import { adapt } from 'cometd-nodejs-client'
import { cometdKind } from './cometd-kind.ts'
import { describeClient } from './client.contract.ts'
import { installPage } from './page.ts'

adapt()
installPage()
describeClient(cometdKind('cometd.js 9', { CometD, AckExtension }))
