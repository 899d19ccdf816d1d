import type { TypedDocumentNode } from '@apollo/client'
import { print } from 'graphql'
import { cookies } from 'next/headers'
import { serverAddress } from '../serve/server-address.ts'

/**
 * Asks the GraphQL server with the visitor's cookies, while a page is made.
 * @throws Error when the server does not answer or refuses
 */
export async function askServer<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(new URL('/graphql', serverAddress()), {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: (await cookies()).toString() },
    body: JSON.stringify({ query: print(document), variables }),
    cache: 'no-store',
    signal: AbortSignal.timeout(10_000),
  })
  const answer = (await response.json()) as { data?: Data | null; errors?: { message: string }[] }
  if (!answer.data) throw new Error(answer.errors?.[0]?.message ?? `The server answered ${response.status}`)
  return answer.data
}
