import type { CallbackId, Confirmation } from '../contact-center/contact-center.ts'
import { ok, type Answer } from './answer.ts'
import type { Call } from './call.ts'
import {
  cometPath,
  paths,
  type CallShortlyDialog,
  type ConfirmedDialog,
  type DialNumberDialog,
  type StartChatDialog,
} from './contract.ts'

/** The dialog that tells the device to begin the chat; with an access code when there is one (decision 18). */
function renderStartChat(
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
    ...renderCode(accessCode),
  }
}

/**
 * What a confirmed customer is told to do, by the medium and by who calls (contract 2.4): begin the chat, dial, or wait
 * for the call.
 */
export function renderConfirmed(confirmation: Confirmation, call: Call, dialogId: string): ConfirmedDialog {
  const { mediaType, customerCalls } = confirmation.callback
  if (mediaType === 'chat') return renderStartChat(confirmation, call, dialogId)
  return customerCalls ? renderDialNumber(confirmation, dialogId) : renderCallShortly(confirmation, dialogId)
}

/** The customer is to call (contract 2.1 [C]). Number and label are ours: nobody answers there. */
function renderDialNumber({ callback, accessCode }: Confirmation, dialogId: string): DialNumberDialog {
  return {
    _dialog_id: dialogId,
    _action: 'DialNumber',
    _label: 'Call now',
    _tel_url: 'tel:+18005550199',
    _id: callback.id,
    ...renderCode(accessCode),
  }
}

/** The customer is called (contract 1.3 [T]). */
const renderCallShortly = ({ callback, accessCode }: Confirmation, dialogId: string): CallShortlyDialog => ({
  _dialog_id: dialogId,
  _action: 'ConfirmationDialog',
  _text: 'You will receive the call shortly',
  _ok_title: 'Ok',
  _id: callback.id,
  ...renderCode(accessCode),
})

const renderCode = (accessCode: Confirmation['accessCode']) =>
  accessCode && {
    _access_code: accessCode.code,
    _expiration_time: new Date(accessCode.expiresAt).toISOString(),
  }

/** A dialog that only says something; the wording is ours. */
export const confirmationDialog = (id: CallbackId, text: string): Answer =>
  ok({ _dialog_id: '1', _action: 'ConfirmationDialog', _text: text, _ok_title: 'Ok', _id: id })
