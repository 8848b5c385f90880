import type { Messages } from '../messages/translate.ts'

export type FidelityName = keyof Messages['help']['fidelity']['rows']
export type FidelityGroup = keyof Messages['help']['fidelity']['groups']
export type FidelityStatus = 'implemented' | 'simplified' | 'absent'

/** How like GMS one thing is. */
export interface FidelityRow {
  readonly name: FidelityName
  readonly group: FidelityGroup
  readonly status: FidelityStatus
  /** What is called, or what is said on the wire. */
  readonly call: string
  /** The rule of `server/gms/SPEC.md` and the file of its test; null where there is nothing to test. */
  readonly test: { readonly rule: string; readonly file: string } | null
}

const test = (rule: string, file: string) => ({ rule, file: `server/gms/${file}.test.ts` })

/** Everything of GMS that clients call, and what is known to be missing; after `server/gms/FIDELITY.md`. */
export const fidelityRows: readonly FidelityRow[] = [
  row(
    'start',
    'callback',
    'implemented',
    'POST /genesys/1/service/callback/{service}',
    test('GM27', 'start-callback'),
  ),
  row(
    'immediate',
    'callback',
    'implemented',
    'POST …/callback/{service} · Chat-Immediate',
    test('GM28', 'start-callback'),
  ),
  row(
    'requestChat',
    'callback',
    'implemented',
    'POST /genesys/1/service/request-chat',
    test('GM29', 'start-callback'),
  ),
  row(
    'admission',
    'callback',
    'implemented',
    'POST …/callback/{service} · 400, 409, 503',
    test('GM70', 'admission'),
  ),
  row(
    'desiredTime',
    'callback',
    'simplified',
    'POST …/callback/{service} · _desired_time',
    test('GM67', 'schedule'),
  ),
  row(
    'availability',
    'callback',
    'simplified',
    'GET …/callback/{service}/availability',
    test('GM69', 'schedule'),
  ),
  row('move', 'callback', 'simplified', 'PUT …/callback/{service}/{id}', test('GM74', 'schedule')),
  row('cancel', 'callback', 'implemented', 'DELETE …/callback/{service}/{id}', test('GM75', 'schedule')),
  row(
    'query',
    'administration',
    'implemented',
    'GET /genesys/1/service/callback',
    test('GM80', 'management'),
  ),
  row(
    'queues',
    'administration',
    'implemented',
    'GET /genesys/1/admin/callback/queues',
    test('GM81', 'management'),
  ),
  row(
    'watermarks',
    'administration',
    'simplified',
    'GET …/admin/callback/watermarks',
    test('GM82', 'management'),
  ),
  row(
    'adminCancel',
    'administration',
    'simplified',
    'POST …/admin/callback/cancel',
    test('GM83', 'management'),
  ),
  row(
    'report',
    'administration',
    'simplified',
    'POST …/admin/callback/reportcancelled',
    test('GM93', 'management'),
  ),
  row(
    'connect',
    'dialog',
    'implemented',
    'POST /genesys/1/service/{id}/connect',
    test('GM31', 'confirmation'),
  ),
  row('position', 'dialog', 'implemented', 'POST …/{id}/check-queue-position', test('GM36', 'confirmation')),
  row(
    'menu',
    'dialog',
    'simplified',
    'POST …/{id}/get-dialog-user-confirmation-provide_code-false',
    test('GM34', 'confirmation'),
  ),
  row('snooze', 'dialog', 'simplified', 'POST …/{id}/snooze, …/{id}/cancel', test('GM35', 'confirmation')),
  row('code', 'dialog', 'simplified', '_provide_code, _access_code', test('GM33', 'confirmation')),
  row('voice', 'dialog', 'simplified', 'DialNumber', test('GM76', 'calls')),
  row('createChat', 'chat', 'implemented', 'POST …/{id}/ixn/chat', test('GM38', 'chat')),
  row(
    'talk',
    'chat',
    'implemented',
    'POST …/ixn/chat/send, startTyping, stopTyping, disconnect',
    test('GM41', 'chat'),
  ),
  row('refresh', 'chat', 'implemented', 'POST …/ixn/chat/refresh', test('GM42', 'chat')),
  row('chatTwo', 'chat', 'absent', '/genesys/2/chat', null),
  row(
    'mailboxes',
    'notification',
    'implemented',
    'POST …/{id}/internal-notification, agent-notification',
    test('GM45', 'notifications'),
  ),
  row(
    'polling',
    'notification',
    'implemented',
    'POST …/{id}/retrieve-notifications, retrieve-agent-notifications',
    test('GM46', 'notifications'),
  ),
  row('push', 'notification', 'implemented', '/genesys/cometd · /_genesys', test('GM47', 'push')),
  row('otherDevices', 'notification', 'simplified', '_device_os=gcm, ios, …', test('GM91', 'push')),
  row('httpCallback', 'notification', 'absent', '_device_os=httpcb, customhttp', null),
  row('statusNotification', 'notification', 'absent', '_enable_status_notification', null),
  row('notificationApi', 'notification', 'absent', '/genesys/1/notification', null),
  row('phoneNumber', 'around', 'simplified', 'GET /genesys/1/phonenumber', test('GM73', 'phone-number')),
  row('cookies', 'around', 'simplified', 'Cookie: BAYEUX_BROWSER, JSESSIONID', test('GM54', 'policy')),
  row('storageApi', 'around', 'absent', '/genesys/1/storage', null),
  row('authentication', 'around', 'implemented', 'Authorization: Basic', test('GM92', 'credentials')),
]

function row(
  name: FidelityName,
  group: FidelityGroup,
  status: FidelityStatus,
  call: string,
  proof: FidelityRow['test'],
): FidelityRow {
  return { name, group, status, call, test: proof }
}

export const fidelityGroups: readonly FidelityGroup[] = [
  'callback',
  'administration',
  'dialog',
  'chat',
  'notification',
  'around',
]
