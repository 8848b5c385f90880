/**
 * Channel names and patterns. The segments take every character of the specification and those the reference server
 * accepts beyond it, because names with dots and blanks are in use.
 */
const name = /^(?:\/[A-Za-z0-9\-_!~()$@ #+.{}]+)+$/
const pattern = /^(?:\/[A-Za-z0-9\-_!~()$@ #+.{}]+)*\/(?:\*\*?|[A-Za-z0-9\-_!~()$@ #+.{}]+)$/

/** Whether this is the name of one channel: `/segment/segment`, without wildcards. */
export const isChannel = (text: string): boolean => name.test(text)

/** Whether this can be subscribed to: a channel, or one that ends in `/*` (one level) or `/**` (one or more). */
export const isPattern = (text: string): boolean => pattern.test(text)

export const isMeta = (text: string): boolean => text === '/meta' || text.startsWith('/meta/')

/** Service channels run between one client and the server only. */
export const isService = (text: string): boolean => text === '/service' || text.startsWith('/service/')

/** Every pattern that covers `channel`, the channel itself first: what to look up to find its listeners. */
export function patternsOf(channel: string): string[] {
  let parent = channel.slice(0, channel.lastIndexOf('/'))
  const patterns = [channel, `${parent}/*`, `${parent}/**`]
  while (parent !== '') {
    parent = parent.slice(0, parent.lastIndexOf('/'))
    patterns.push(`${parent}/**`)
  }
  return patterns
}
