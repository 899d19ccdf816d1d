/** A mistake of whoever called, safe to show: says what is wrong and what to do. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly code: string

  /** @param code upper snake case, as in GraphQL `extensions.code` */
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** An engine (ClickHouse, Postgres, Redis) is away: try again later, nothing was decided. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError'
}

/** A caller's mistake with more to say than a sentence; the details go into GraphQL's `extensions`. */
export class DetailedError extends UserError {
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, details: Readonly<Record<string, unknown>>) {
    super(code, message)
    this.details = details
  }
}
