import { oursApi, oursShape, type RefusalHelp } from './refusal-help.ts'

/** For what is refused before the contact centre is asked: by the edges themselves, and of messages by Bayeux. */
export const edgeHelp = {
  'gms-malformed': {
    expected: 'A body and fields that can be read: multipart, urlencoded or JSON, in UTF-8.',
    documented: 'All three are read everywhere (decision 4); what cannot be read is answered in our words.',
    fix: 'Look at the request under Parts and Raw: boundary, closing line, escapes, quotes.',
  },
  'gms-not-found': {
    expected: 'One of the paths below /genesys/1.',
    documented: oursShape,
    fix: 'Check the path; README lists the operations.',
  },
  'gms-method-not-allowed': {
    expected: 'One of the methods that the header Allow of the answer lists.',
    documented: 'Operations answer GET as well as POST (decision 3); 405 is ours.',
    fix: 'Use one of those methods.',
  },
  'gms-unauthorized': {
    expected:
      'Authorization: Basic, with the user name and the password of the service, else of section server.',
    documented: '401 for wrong credentials is tested of the product (contract 8 [T]); the words are ours.',
    fix: 'Send the credentials, or empty the options username and password of the service (decision 24).',
  },
  'gms-unsupported-media-type': {
    expected: 'multipart/form-data, application/x-www-form-urlencoded or application/json, in UTF-8.',
    documented: '415 is documented for other APIs of the product (contract 1.8 [D]); the words are ours.',
    fix: 'Set the header Content-Type to what the body is.',
  },
  'gms-too-large': {
    expected: 'A smaller body.',
    documented: oursShape,
    fix: 'Send less.',
  },
  'gms-number-unreadable': {
    expected: 'A number that can be read for its country.',
    documented: 'Status, class and sentence are the product’s (contract 1.8 [T]).',
    fix: 'Check number and country.',
  },
  'body-not-json': {
    expected: 'A JSON object in UTF-8.',
    documented: oursApi,
    fix: 'The tab Raw marks the place where the JSON breaks.',
  },
  'body-invalid': {
    expected: 'The fields of this call, and no others.',
    documented: oursApi,
    fix: 'Mend the fields that the details name; server/tester/SPEC.md lists them.',
  },
  'query-invalid': {
    expected: 'The parameters of this call, each once, within their range.',
    documented: oursApi,
    fix: 'Mend the parameters that the details name.',
  },
  'media-type-not-json': {
    expected: 'Content-Type: application/json.',
    documented: oursApi,
    fix: 'Set the header; curl wants -H "content-type: application/json".',
  },
  'body-too-large': {
    expected: 'A body of at most 1 MiB.',
    documented: oursApi,
    fix: 'Send less.',
  },
  'body-incomplete': {
    expected: 'As many bytes as Content-Length announces.',
    documented: oursApi,
    fix: 'The client went away while it was sending; look at its time-out.',
  },
  'not-found': {
    expected: 'One of the paths below /gmstester/api.',
    documented: oursApi,
    fix: 'Check the path; server/tester/SPEC.md lists them.',
  },
  'method-not-allowed': {
    expected: 'One of the methods that the header Allow of the answer lists.',
    documented: oursApi,
    fix: 'Use one of those methods.',
  },
  'origin-not-allowed': {
    expected: 'A page of the tester itself, or of an origin in ALLOWED_ORIGINS.',
    documented: oursApi,
    fix: 'Start the tester with ALLOWED_ORIGINS set to the page’s origin.',
  },
  'host-not-allowed': {
    expected: 'The tester called by localhost, or by a name in ALLOWED_ORIGINS.',
    documented: oursApi,
    fix: 'Use localhost, or add the name.',
  },
  'traffic-not-found': {
    expected: 'The number of a row that is kept.',
    documented: oursApi,
    fix: 'The row may have made room for newer ones.',
  },
  'pins-full': {
    expected: 'Fewer pinned rows.',
    documented: oursApi,
    fix: 'Unpin one.',
  },
  starting: {
    expected: 'A tester that has started.',
    documented: 'Ours: the product would not answer at all.',
    fix: 'Ask GET /gmstester/api/health?waitSeconds=30 first.',
  },
  internal: {
    expected: 'No mistake of ours.',
    documented: 'Ours.',
    fix: 'The tester’s log on standard error has the cause; please report it.',
  },
  'bayeux-malformed': {
    expected: 'A JSON message, or a list of them, in a POST.',
    documented: 'Bayeux leaves the answer to what is no message open.',
    fix: 'The tab Raw marks the place where the JSON breaks.',
  },
  'bayeux-forbidden': {
    expected: 'A page whose origin may come here.',
    documented: 'Ours (decision 22): WebSockets and scripts are checked by origin.',
    fix: 'Start the tester with ALLOWED_ORIGINS set to the page’s origin.',
  },
  'bayeux-method': {
    expected: 'POST, or GET for JSONP where CALLBACK_POLLING is on.',
    documented: 'Bayeux messages are sent by POST.',
    fix: 'Send the messages by POST.',
  },
  'bayeux-too-large': {
    expected: 'A smaller body, or fewer messages in it.',
    documented: 'Bayeux sets no limit; ours keeps one client from taking all memory.',
    fix: 'Send the messages in several requests.',
  },
  'bayeux-superseded': {
    expected: 'One /meta/connect of a session at a time.',
    documented: 'Bayeux leaves open what the older of two connects is answered.',
    fix: 'Wait for the answer to a connect before the next one; two clients must not share a client id.',
  },
  'bayeux-busy': {
    expected: 'Fewer sessions, sockets and requests at a time, or fewer handshakes in a short time.',
    documented: 'Bayeux sets no limit; ours keeps one client from taking all memory.',
    fix: 'Let the client disconnect when it is done, and wait before it tries again.',
  },
  'bayeux-sessions-of-one': {
    expected: 'Fewer sessions at a time of one user, of one browser, or from one address.',
    documented: 'Bayeux sets no limit; ours keeps one client from taking all memory.',
    fix: 'Handshake once and go on with that client id; send /meta/disconnect before the next handshake.',
  },
  'bayeux-unknown-client': {
    expected: 'The clientId of an open session of this user, as the answer to the last handshake gave it.',
    documented:
      'GMS samples look for code 402. Bayeux leaves error codes open; code and words are those of older CometD servers.',
    fix: 'Handshake anew, as the advice of a connect says, then subscribe again. The session ended (a disconnect, no connect for too long, a restart), or gms_user or the cookie BAYEUX_BROWSER is another’s than at its handshake.',
  },
  'bayeux-no-transport': {
    expected: 'supportedConnectionTypes with long-polling, websocket, or both.',
    documented: 'Bayeux: a handshake without a connection type in common is refused, with reconnect none.',
    fix: 'List long-polling in supportedConnectionTypes of the handshake; callback-polling counts only where CALLBACK_POLLING is on.',
  },
  'bayeux-channel-missing': {
    expected: 'A channel in every message, as text.',
    documented: 'Bayeux: every message has a channel. The code is CometD’s, the words are ours.',
    fix: 'Give the message its channel, such as /meta/connect.',
  },
  'bayeux-channel-invalid': {
    expected:
      'A channel such as /service/news: no empty part, no slash at its end, no wildcard, at most 512 characters.',
    documented: 'Bayeux defines how channels are written. The code is CometD’s, the words are ours.',
    fix: 'Mend the channel of the message; wildcards are for subscriptions only.',
  },
  'bayeux-meta-unknown': {
    expected: '/meta/handshake, /meta/connect, /meta/subscribe, /meta/unsubscribe or /meta/disconnect.',
    documented: 'Bayeux has these five meta channels and no others. Code and words are ours.',
    fix: 'Check how the channel is spelled; it is case-sensitive.',
  },
  'bayeux-data-missing': {
    expected: 'A message with data; null counts.',
    documented: 'Bayeux: whoever publishes sends data. Code and words are ours.',
    fix: 'Put what is to be published into the field data.',
  },
  'bayeux-subscription-missing': {
    expected: 'A field subscription: a channel, or a list of them.',
    documented: 'Bayeux: subscription is mandatory here. The code is CometD’s, the words are ours.',
    fix: 'Name the channel in subscription, not in channel or data; GMS pushes on /_genesys.',
  },
  'bayeux-subscription-invalid': {
    expected: 'Channels such as /_genesys, a wildcard only as their last part, at most 512 characters each.',
    documented: 'Bayeux defines how channels are written. The code is CometD’s, the words are ours.',
    fix: 'Mend the subscription; GMS pushes on /_genesys.',
  },
  'bayeux-subscription-denied': {
    expected: 'A subscription to /_genesys, or to a channel below /service.',
    documented: 'GMS pushes on /_genesys (contract 4.6 [C]). That everything else is denied is ours.',
    fix: 'Subscribe to /_genesys. Of several channels in one message one that is denied denies all.',
  },
  'bayeux-subscriptions-full': {
    expected: 'At most 100 subscriptions of one session.',
    documented: 'Bayeux sets no limit; ours keeps one client from taking all memory.',
    fix: 'Unsubscribe from what is not needed; GMS pushes on /_genesys alone.',
  },
  'bayeux-publish-denied': {
    expected: 'A message to a channel below /service; what is sent there is taken and goes nowhere.',
    documented: 'Clients of GMS publish nothing. That it is denied is ours.',
    fix: 'Send what the customer says by REST, to ixn/chat/send.',
  },
} as const satisfies Record<string, RefusalHelp>

export type EdgeCode = keyof typeof edgeHelp
