import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os'
import type { AddressJson, AddressesJson } from './contract.ts'
import { route, type Route } from './route.ts'

export interface AddressesOptions {
  /** What the tester was told to listen on. */
  readonly host: string
  readonly allowedOrigins: readonly string[]
}

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

/** `GET /addresses`: where a client finds this tester, and which pages of other origins may use it. */
export function addressRoutes({ host, allowedOrigins }: AddressesOptions): Route[] {
  return [
    route('GET', '/addresses', (c) => {
      // The port that the request came in at: also right where the port was chosen by the system.
      const port = c.env.incoming.socket.localPort ?? 0
      const answer: AddressesJson = {
        ...listAddresses(host, port, networkInterfaces()),
        allowedOrigins: [...allowedOrigins],
      }
      return c.json(answer)
    }),
  ]
}

/** The addresses of this machine, this machine's own name first, and at which of them the tester listens. */
export function listAddresses(
  host: string,
  port: number,
  interfaces: Interfaces,
): Omit<AddressesJson, 'allowedOrigins'> {
  const here: AddressJson = {
    origin: `http://localhost:${port}`,
    interface: null,
    isListening: isLoopback(host) || isAny(host),
  }
  const outside = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses.filter(isReachable).map(({ address, family }): AddressJson => ({
      origin: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
      interface: name,
      isListening: host === '::' || (host === '0.0.0.0' && family === 'IPv4') || host === address,
    })),
  )
  const isNamed = !isLoopback(host) && !isAny(host) && !outside.some(({ isListening }) => isListening)
  const named: AddressJson[] = isNamed
    ? [{ origin: `http://${host}:${port}`, interface: null, isListening: true }]
    : []
  const addresses = [here, ...named, ...outside]
  return {
    host,
    port,
    isOpenToOthers: !isLoopback(host),
    addresses,
  }
}

/** What begins with fe80 needs the name of an interface besides, which clients cannot give in an address. */
const isReachable = ({ internal, address }: NetworkInterfaceInfo): boolean =>
  !internal && !address.toLowerCase().startsWith('fe80')

const isAny = (host: string): boolean => host === '0.0.0.0' || host === '::'

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/.test(host)
