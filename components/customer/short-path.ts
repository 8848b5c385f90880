/** A path with its service id left out: `…/connect`. */
export function shortPath(path: string): string {
  return path.replace(/^\/genesys\/1\/service\/[^/]+\//, '…/')
}
