import type { CallbackView } from '../contact-center/contact-center.ts'
import { Refused } from '../contact-center/refusal.ts'
import { ok } from './answer.ts'
import type { Operation } from './call.ts'
import { paths, type ServiceOperation } from './contract.ts'
import { confirmationDialog, renderConfirmed } from './dialog.ts'

/** The customer confirms (the scenario page's "Connect"); again answers the same dialog (decision 11). */
export const connect: Operation = async (centre, call) =>
  ok(renderConfirmed(await centre.callbacks.connect(call.id), call, '1'))

/** The customer is to be asked again after `_snooze_duration` (decision 12; the answer is ours). */
export const snooze: Operation = async (centre, { id }) => {
  await centre.callbacks.snooze(id)
  return confirmationDialog(id, 'We will notify you again later')
}

/** The customer no longer wants to be served (decision 12; the answer is ours). */
export const cancel: Operation = async (centre, { id }) => {
  await centre.callbacks.cancel(id, 'CANCELLED')
  return confirmationDialog(id, 'Your request has been cancelled')
}

const entriesOf = ({
  mediaType,
  customerCalls,
}: CallbackView): [label: string, operation: ServiceOperation][] => [
  [mediaType === 'chat' ? 'Start Chat' : customerCalls ? 'Call now' : 'Call me now', 'connect'],
  ['Remind me later', 'snooze'],
  ['Cancel', 'cancel'],
]

/** What the push tells the device to call: a menu of what the customer may answer (decision 12). */
export const confirmationMenu: Operation = async (centre, { id, origin }) => {
  if (centre.backEnds.current().ors === 'down') throw new Refused('ors-down')
  const callback = await centre.callbacks.get(id)
  if (callback.state === 'COMPLETED') throw new Refused('callback-completed', id)
  const menu = entriesOf(callback).map(([label, operation]) => ({
    _label: label,
    _user_action_url: origin + paths.operation(id, operation),
  }))
  return ok({
    _dialog_id: '1',
    _action: 'DisplayMenu',
    _label: 'An agent is available',
    _content: [{ _group_name: 'What would you like to do?', _group_content: menu }],
    _id: id,
  })
}
