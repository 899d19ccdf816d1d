import { UserError } from '#core/errors'
import { BadInput } from '../questions/bad-input.ts'

interface CallerMistake {
  code: string
  message: string
  field?: string[]
  from?: number
  to?: number
  hint?: string
}

/**
 * Runs a mutation: mistakes of the caller become data of its payload, all else is thrown.
 * @param field path of the argument that a mistake is about, where it does not say so itself
 */
export async function withUserErrors<Payload extends object>(
  run: () => Promise<Payload>,
  field?: string[],
): Promise<Partial<Payload> & { userErrors: CallerMistake[] }> {
  try {
    return { ...(await run()), userErrors: [] }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { userErrors: mistakesIn(error, field) } as Partial<Payload> & { userErrors: CallerMistake[] }
  }
}

function mistakesIn(error: UserError, field: string[] | undefined): CallerMistake[] {
  const { code, message } = error
  if (!(error instanceof BadInput)) return [{ code, message, ...(field && { field }) }]
  // Every mutation has one argument, `input`.
  return error.mistakes.map(({ path, ...mistake }) => ({ code, ...mistake, field: ['input', ...path] }))
}
