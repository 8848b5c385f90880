import { loadAgain } from './load-again.ts'

/**
 * Begins to load a piece while the page is still coming to life, for one that is shown as soon as it lives; later, when
 * it is first drawn, if `isShown` says no.
 */
export function loadEarly<Piece>(load: () => Promise<Piece>, isShown = () => true): () => Promise<Piece> {
  const begun = typeof window !== 'undefined' && isShown() ? loadAgain(load) : null
  return () => begun ?? loadAgain(load)
}
