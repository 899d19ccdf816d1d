/**
 * Resolves when the process is asked to end: SIGINT, SIGTERM, or the parent that forked it is gone,
 * so that a killed `nightjar up` leaves no process behind.
 */
export function untilStopped(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal))
    if (process.channel) process.once('disconnect', () => resolve('disconnect'))
  })
}
