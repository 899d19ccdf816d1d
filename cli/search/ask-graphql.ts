import { z } from 'zod'

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({ code: z.string().optional(), hint: z.string().optional() }).optional(),
      }),
    )
    .optional(),
})

/** The server answered, and the answer is a no. */
export class GraphqlAnswerError extends Error {
  readonly code: string | undefined

  constructor(message: string, code: string | undefined) {
    super(message)
    this.code = code
  }
}

interface Question {
  url: string
  token: string
  query: string
  variables: Record<string, unknown>
}

/**
 * Asks a GraphQL server.
 * @throws GraphqlAnswerError with the server's own words
 */
export async function askGraphql<Data>({ url, token, query, variables }: Question): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(120_000),
  }).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    throw new GraphqlAnswerError(`${url}: ${cause instanceof Error ? cause.message : cause}`, undefined)
  })
  const answer = answerSchema.safeParse(await response.json().catch(() => undefined))
  if (!answer.success || (answer.data.data === undefined && !answer.data.errors)) {
    const hint = /\/graphql\/?$/.test(url.split('?', 1)[0] ?? '')
      ? ''
      : ': GraphQL is at the address that ends in /graphql'
    throw new GraphqlAnswerError(`${url} answered ${response.status}, not in GraphQL${hint}`, undefined)
  }
  const [error] = answer.data.errors ?? []
  if (error) {
    const hint = error.extensions?.hint
    throw new GraphqlAnswerError(hint ? `${error.message} (${hint})` : error.message, error.extensions?.code)
  }
  return answer.data.data as Data
}
