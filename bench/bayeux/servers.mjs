/** Who is measured, and on which transports. The first of each transport is the ceiling of the others. */
const ownChannel = (user) => `/user/${user}`

export const servers = {
  'raw-http': { module: 'raw-http', transports: ['long-polling'], isCeiling: true },
  'raw-ws': { module: 'raw-ws', transports: ['websocket'], isCeiling: true },
  bayeux: { module: 'bayeux', transports: ['long-polling', 'websocket'] },
  'product-memory': {
    module: 'product',
    options: { storage: 'memory' },
    transports: ['long-polling', 'websocket'],
  },
  'product-sqlite': {
    module: 'product',
    options: { storage: 'sqlite' },
    transports: ['long-polling', 'websocket'],
    rows: ['latency', 'latency-one', 'flood'],
  },
  faye: { module: 'faye', transports: ['long-polling', 'websocket'], channelOf: ownChannel },
  cometd: { module: 'cometd', transports: ['long-polling'] },
  'socket.io': {
    module: 'socket-io',
    dialect: 'socket.io',
    transports: ['websocket'],
    // Only a handshake can be asked of it over HTTP: its polling is another protocol.
    alsoOver: { handshakes: ['long-polling'] },
  },
}

export const rows = ['heap', 'latency', 'latency-one', 'flood', 'handshakes', 'cycles']

/** The measurements of one row: every server on every transport that both have. */
export function cellsOf(row) {
  return Object.entries(servers).flatMap(([name, server]) => {
    if (server.rows !== undefined && !server.rows.includes(row)) return []
    const transports = [...server.transports, ...(server.alsoOver?.[row] ?? [])]
    return transports
      .filter((transport) => row !== 'cycles' || transport === 'long-polling')
      .map((transport) => ({ row, name, transport }))
  })
}
