import type { HttpCarrier } from './http-carrier.ts'
import type { SocketCarrier } from './socket-carrier.ts'

/** One way back to a client: the answer to one HTTP request, or a WebSocket. What both have does the same for both. */
export type Carrier = HttpCarrier | SocketCarrier
