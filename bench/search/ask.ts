import type { Viewer } from './create-viewer.ts'
import type { Question } from './questions.ts'

/** @returns the answer as it came. @throws Error for what is no answer */
export async function ask(serverUrl: string, { cookie }: Viewer, question: Question): Promise<string> {
  const answer = await fetch(`${serverUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: serverUrl, cookie },
    body: JSON.stringify({ query: question.query, variables: question.variables }),
  })
  const text = await answer.text()
  if (!answer.ok || text.startsWith('{"errors"')) throw new Error(`${question.name}: ${text.slice(0, 500)}`)
  return text
}
