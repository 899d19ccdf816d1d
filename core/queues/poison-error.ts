/** A job that no retry can mend: it becomes a dead letter at once and keeps its payload. */
export class PoisonError extends Error {
  override readonly name = 'PoisonError'
}
