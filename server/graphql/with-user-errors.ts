import { UserError } from '#core/errors'

interface CallerMistake {
  code: string
  message: string
  field?: string[]
}

/**
 * Runs a mutation: a mistake of the caller becomes data of its payload, all else is thrown.
 * @param field path of the argument that mistakes are about, where there is one
 */
export async function withUserErrors<Payload extends object>(
  run: () => Promise<Payload>,
  field?: string[],
): Promise<Partial<Payload> & { userErrors: CallerMistake[] }> {
  try {
    return { ...(await run()), userErrors: [] }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { code, message } = error
    return { userErrors: [{ code, message, ...(field && { field }) }] } as Partial<Payload> & {
      userErrors: CallerMistake[]
    }
  }
}
