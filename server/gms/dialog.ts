import type { CallbackId, Confirmation } from '../contact-center/contact-center.ts'
import { ok, type Answer } from './answer.ts'
import type { Call } from './call.ts'
import { cometPath, paths, type StartChatDialog } from './contract.ts'

/** The dialog that tells the device to begin the chat; with an access code when there is one (decision 18). */
export function renderStartChat(
  { callback, accessCode }: Confirmation,
  { user, origin }: Call,
  dialogId: string,
): StartChatDialog {
  const { id, device } = callback
  return {
    _dialog_id: dialogId,
    _action: 'StartChat',
    _label: 'Start Chat',
    _start_chat_url: origin + paths.operation(id, 'ixn/chat'),
    _comet_url: origin + cometPath,
    _user_header: user ?? device?.notificationId ?? callback.user ?? '',
    _id_to_jump_before: 'exit://',
    _chat_parameters: { subject: 'None' },
    _id: id,
    ...(accessCode && {
      _access_code: accessCode.code,
      _expiration_time: new Date(accessCode.expiresAt).toISOString(),
    }),
  }
}

/** A dialog that only says something; the wording is ours. */
export const confirmationDialog = (id: CallbackId, text: string): Answer =>
  ok({ _dialog_id: '1', _action: 'ConfirmationDialog', _text: text, _ok_title: 'Ok', _id: id })
