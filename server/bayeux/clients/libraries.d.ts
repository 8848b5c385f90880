/** What the tests use of packages that come without types. */

declare module 'cometd/AckExtension.js' {
  export const AckExtension: new () => object
}

declare module 'cometd/BinaryExtension.js' {
  export const BinaryExtension: new () => object
}

declare module 'cometd/ReloadExtension.js' {
  export const ReloadExtension: new () => object
}

declare module 'cometd/TimeSyncExtension.js' {
  export class TimeSyncExtension {
    getTimeOffset(): number
    getServerTime(): number
  }
}

declare module 'cometd-8/AckExtension.js' {
  export const AckExtension: new () => object
}

declare module 'faye' {
  namespace faye {
    interface Message {
      readonly channel: string
      readonly clientId?: string
      readonly successful?: boolean
      readonly ext?: Readonly<Record<string, unknown>>
    }

    interface Extension {
      incoming?(message: Message, pass: (message: Message) => void): void
      outgoing?(message: Message, pass: (message: Message) => void): void
    }

    class Client {
      constructor(endpoint: string, options?: { readonly retry?: number })
      disable(feature: string): void
      setHeader(name: string, value: string): void
      addExtension(extension: Extension): void
      subscribe(channel: string, listen: (data: unknown) => void): PromiseLike<void>
      publish(channel: string, data: unknown): PromiseLike<void>
      /** Undefined when there is nothing to disconnect from. */
      disconnect(): PromiseLike<void> | undefined
    }
  }
  export default faye
}
