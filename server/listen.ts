import type { Server } from 'node:http'

/**
 * Opens the port at each address of the host, as servers of the same making; `localhost` has two, of which systems
 * try either first. One that the system does not have is left out. Rejects with Node's error, and then none is open.
 */
export async function listen(
  create: () => Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Server[]> {
  const servers: Server[] = []
  try {
    for (const address of host === 'localhost' ? ['127.0.0.1', '::1'] : [host]) {
      const server = create()
      // With port 0, the first finds a free one and the next takes the same.
      const isOpen = await open(server, address, servers[0] === undefined ? port : portOf(servers[0]))
      if (isOpen) servers.push(server)
    }
  } catch (error) {
    servers.forEach((server) => server.close())
    throw error
  }
  return servers
}

/** The port that a server listens on; 0 when it does not. */
export function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** False: the system has no `::1`. */
function open(server: Server, address: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      const isMissing = error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'
      if (address === '::1' && isMissing) resolve(false)
      else reject(error)
    }
    server.once('error', failed)
    server.listen(port, address, () => {
      server.off('error', failed)
      resolve(true)
    })
  })
}
