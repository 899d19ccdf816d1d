import { DetailedError } from '#core/errors'

/** What is wrong with one argument. */
export interface Mistake {
  message: string
  /** The argument, from the outermost in, as the API calls it. */
  path: readonly string[]
  /** Of a search text: where in it, half-open. */
  from?: number
  to?: number
  hint?: string
}

/** Everything that is wrong with what was given, each with its argument. A query says the first, a mutation all. */
export class BadInput extends DetailedError {
  readonly mistakes: readonly Mistake[]

  constructor(
    mistakes: readonly Mistake[],
    { code = 'BAD_USER_INPUT', details = {} }: { code?: string; details?: Record<string, unknown> } = {},
  ) {
    super(code, mistakes[0]?.message ?? 'This is not understood', details)
    this.mistakes = mistakes
  }
}
