/** Resolves when the event loop has come round: every promise that could go on by then has gone on. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
