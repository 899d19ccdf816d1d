import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { askGraphql, GraphqlAnswerError } from './ask-graphql.ts'
import type { Question } from './print-events.ts'

const MOST_ROWS = 1_000_000

const DOCUMENT = /* GraphQL */ `
  mutation Export($input: ExportEventsInput!) {
    exportEvents(input: $input) { url userErrors { code message } }
  }
`

interface Answer {
  exportEvents: { url: string | null; userErrors: { code: string; message: string }[] }
}

interface Wanted extends Question {
  /** Names with commas between. */
  columns: string | undefined
  file: string
}

/**
 * Has the server write out events and keeps them in a file that was not there before.
 * @throws GraphqlAnswerError with the server's own words, or with what went wrong on the way into the file
 */
export async function saveExport(wanted: Wanted): Promise<void> {
  const { url, token, tenants, filter, limit, file } = wanted
  const columns = wanted.columns?.split(',').map((name) => name.trim()) ?? []
  const format = file.endsWith('.csv') ? 'csv' : 'ndjson'
  const input = { tenants, filter, format, columns, first: limit || MOST_ROWS }
  const { exportEvents }: Answer = await askGraphql({ url, token, query: DOCUMENT, variables: { input } })
  const [mistake] = exportEvents.userErrors
  if (mistake || exportEvents.url === null)
    throw new GraphqlAnswerError(mistake?.message ?? 'The server gave no address', mistake?.code)
  try {
    const address = new URL(exportEvents.url, url)
    const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } })
    if (!response.ok || response.body === null) throw new Error(await refusalOf(response))
    // TypeScript knows two kinds of web streams; they are one.
    const body = Readable.fromWeb(response.body as ReadableStream)
    await pipeline(body, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new GraphqlAnswerError(`${file} does not hold all events: ${why}`, undefined)
  }
}

async function refusalOf(response: Response): Promise<string> {
  const answer = (await response.json().catch(() => undefined)) as
    | { error?: { message?: string } }
    | undefined
  return answer?.error?.message ?? `the server answered ${response.status}`
}
