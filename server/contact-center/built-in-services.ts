/** A service that a new installation has. */
export interface BuiltInService {
  readonly name: string
  readonly template: string
  /** What differs from the template. */
  readonly overrides: Readonly<Record<string, string>>
  /** Whether it belongs to the product: it cannot be removed, and keeps its template. */
  readonly isBuiltIn: boolean
}

/** What is there from the start; the threshold of `chat-delay` yields the scenario's own reason. Decision 7. */
export const builtInServices: readonly BuiltInService[] = [
  {
    name: 'chat-delay',
    template: 'Chat-Delayed',
    overrides: { _target: 'Billing@StatServer.GA', _eta_pos_threshold: '0:6,35:0' },
    isBuiltIn: false,
  },
  {
    name: 'request-chat',
    template: 'Request-Chat',
    overrides: { _target: 'Billing@StatServer.GA' },
    isBuiltIn: true,
  },
]
