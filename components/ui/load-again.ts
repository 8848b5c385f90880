const againAfterMillis = 2_000

/** Loads a piece of the page, and tries again for as long as the server is away: a piece that is late breaks nothing. */
export const loadAgain = <Piece>(load: () => Promise<Piece>): Promise<Piece> =>
  load().catch(
    () =>
      new Promise<Piece>((resolve) => {
        window.setTimeout(() => resolve(loadAgain(load)), againAfterMillis)
      }),
  )
