import type { CallbackView, ContactCenter, Device } from '../contact-center/contact-center.ts'
import { ok, type Answer } from './answer.ts'
import type { Call, Operation } from './call.ts'
import { paths, type StartAnswer } from './contract.ts'
import { renderConfirmed } from './dialog.ts'
import type { Fields } from './fields.ts'

/** A request that creates a service instance. */
export interface StartCall extends Call {
  readonly service: string
}

const waitText = 'We will notify you when agent is available'

/**
 * Starts a service (the scenario page's "Create chat (delay) service"; contract 1.2 and 4.1). What does not wait for
 * an agent answers at once what `connect` answers elsewhere (contract 2.4).
 */
export const startCallback: Operation<StartCall> = async (centre, call) => {
  const { fields, service } = call
  const callback = await centre.callbacks.start({
    service,
    customerNumber: fields.text('_customer_number'),
    device: readDevice(fields),
    user: call.user,
    properties: fields.all(),
    header: call.header,
  })
  if (callback.waitsForAgent || callback.state === 'SCHEDULED') return ok(renderStart(callback, centre))
  if (await isRequestChat(centre, callback.service)) return renderRequestChat(callback, fields)
  // A call may have been taken by now, so that nothing is left to confirm.
  if (callback.mediaType === 'voice')
    return ok(renderConfirmed({ callback, accessCode: callback.accessCode }, call, '0'))
  return ok(renderConfirmed(await centre.callbacks.connect(callback.id), call, '0'))
}

function readDevice(fields: Fields): Device | null {
  const os = fields.text('_device_os')
  const notificationId = fields.text('_device_notification_id')
  return os && notificationId ? { os, notificationId } : null
}

/** Decision 1: the later generation says what its answer is. */
function renderStart({ id }: CallbackView, { settings }: ContactCenter): StartAnswer {
  const answer = { _id: id, _text: waitText }
  if (settings.current().gmsVersion === '8.1.2') return answer
  return { ...answer, _dialog_id: '0', _action: 'ConfirmationDialog', _ok_title: 'Ok' }
}

const isRequestChat = async (centre: ContactCenter, service: string): Promise<boolean> =>
  (await centre.services.get(service)).template === 'Request-Chat'

/** Contract 4.1 [C]: hyphens in this one name. */
function renderRequestChat({ id }: CallbackView, fields: Fields): Answer {
  if (fields.flag('_verbose') !== true) return ok({ _id: id })
  return ok({ _id: id, '_chatIxnAPI-CREATE-URL': paths.operation(id, 'ixn/chat') })
}
