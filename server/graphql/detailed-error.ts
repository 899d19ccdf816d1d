import { UserError } from '#core/errors'

/** A caller's mistake with more to say than a sentence; the details go into `extensions`. */
export class DetailedError extends UserError {
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, details: Readonly<Record<string, unknown>>) {
    super(code, message)
    this.details = details
  }
}
