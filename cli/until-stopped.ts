/**
 * Resolves when the process is asked to end: SIGINT, SIGTERM, or the parent that forked it is gone,
 * so that a killed `nightjar up` leaves no process behind.
 */
export function untilStopped(): Promise<string> {
  return new Promise((resolve) => {
    const abandoned = () => resolve('disconnect')
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        // Whoever listens for it keeps the channel open, and the channel the process alive.
        process.off('disconnect', abandoned)
        resolve(signal)
      })
    }
    if (process.channel) process.once('disconnect', abandoned)
  })
}
