/** Our Bayeux server alone, as its README shows it: no traffic log, no outbox. */
import { createServer } from 'node:http'
import { createBayeux } from '../../../.build/bench/bayeux/hub.js'
import { createSystemClock } from '../../../.build/bench/runtime/system-clock.js'
import { roomy } from '../limits.mjs'

const ignore = () => {}

export async function start() {
  const bayeux = createBayeux({
    clock: createSystemClock(),
    limits: roomy,
    policy: {
      identify: ({ headers, ext }) => headers.gms_user ?? ext?.gms_user ?? null,
      maySubscribe: () => true,
      mayPublish: () => 'refuse',
      mayComeFrom: () => true,
    },
  })
  return {
    server: createServer(bayeux.handle).on('upgrade', bayeux.upgrade),
    push: (user, data) => bayeux.deliver(user, '/_genesys', data, ignore),
  }
}
