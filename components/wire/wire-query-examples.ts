/** The queries of the help text; each has its sentence under `wire.examples.{key}`. */
export const queryExamples = [
  { key: 'errors', query: 'is:error' },
  { key: 'oneCustomer', query: 'session:A' },
  { key: 'oneCallback', query: 'session:f9a9' },
  { key: 'refused', query: 'status:4xx actor:customer' },
  { key: 'failed', query: 'status:>=500' },
  { key: 'pushes', query: 'is:push chan:/_genesys' },
  { key: 'events', query: 'kind:event' },
  { key: 'held', query: 'is:held' },
  { key: 'agents', query: 'actor:agent method:POST -path:retrieve' },
  { key: 'quiet', query: 'kind:rest,push -is:heartbeat' },
  { key: 'text', query: '"agentavailable" user:b164' },
] as const
