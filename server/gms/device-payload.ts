import type { Device, OutboxItem } from '../contact-center/contact-center.ts'
import type { PushData } from './contract.ts'

/** A push as a provider of device push would be asked to send it. */
export interface DevicePayload {
  /** `DEVICE`: a kind of device that no provider here is known for. */
  readonly provider: 'FCM' | 'APNS' | 'DEVICE'
  /** The provider's path. */
  readonly path: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

/**
 * Renders a push for a device that is not reached from here (decision 14). What Android apps read is documented: an
 * extra `message`, JSON in a string (contract 5.4). All around it is ours, after the providers' own interfaces: FCM
 * HTTP v1, and APNs. Null for `comet`, which is pushed to over Bayeux.
 */
export function renderForDevice(device: Device, item: OutboxItem, data: PushData): DevicePayload | null {
  const token = device.notificationId
  const headers = [['Content-Type', 'application/json']] as const
  switch (device.os.toLowerCase()) {
    case 'comet':
      return null
    case 'gcm':
    case 'fcm':
    case 'android': {
      // FCM carries texts alone.
      const message = { token, data: { message: messageText(item, data) } }
      const path = '/v1/projects/gms-tester/messages:send'
      return { provider: 'FCM', path, headers, body: JSON.stringify({ message }) }
    }
    case 'ios':
    case 'apns': {
      const body = { aps: { alert: alertOf(item), sound: 'default' }, message: messageText(item, data) }
      const type = [['apns-push-type', 'alert']] as const
      const path = `/3/device/${encodeURIComponent(token)}`
      return { provider: 'APNS', path, headers: [...type, ...headers], body: JSON.stringify(body) }
    }
    default: {
      const path = `/${encodeURIComponent(device.os)}/${encodeURIComponent(token)}`
      return { provider: 'DEVICE', path, headers, body: JSON.stringify(data) }
    }
  }
}

/** What stands in the extra: of the news of an agent `_id` before `_action`, as it is documented for GCM. */
function messageText({ callback, content }: OutboxItem, { message }: PushData): string {
  const isNews = content.kind === 'agent-available' && '_action' in message
  return JSON.stringify(isNews ? { _id: callback, _action: message._action } : message)
}

/** What the phone would show: the agent's own words, where there are any. */
function alertOf({ content }: OutboxItem): string {
  const words = content.kind === 'message' ? content.displayMessage : ''
  if (words !== '') return words
  return content.kind === 'agent-available' ? 'An agent is available.' : 'There is news for you.'
}
