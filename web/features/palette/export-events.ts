import type { ApolloClient } from '@apollo/client'
import { failureOf } from '../../graphql/failure.ts'
import { type ExportEventsInput, ExportFileDocument } from '../../graphql/generated/graphql.ts'
import { formatBytes } from '../../ui/format-bytes.ts'
import type { WorkHandle } from '../work/work-list.ts'

/** What the browser may move out of this page's memory at once. */
const PIECE = 4_000_000

/** Fetches what a question finds and gives it to the browser as a file; the work says how far it is. */
export async function exportEvents(
  client: ApolloClient,
  input: ExportEventsInput,
  name: string,
  work: WorkHandle,
): Promise<void> {
  try {
    const { data } = await client.mutate({
      mutation: ExportFileDocument,
      variables: { input },
      context: { fetchOptions: { signal: work.signal } },
    })
    const [refused] = data?.exportEvents.userErrors ?? []
    const url = data?.exportEvents.url
    if (!url) return work.end('failed', refused?.message ?? 'The server gave no address')
    const response = await fetch(url, { signal: work.signal })
    if (!response.ok || !response.body) return work.end('failed', await refusalOf(response))
    const file = await gather(response.body, (bytes) => work.tell(`${formatBytes(bytes)} so far,`))
    saveAs(file, `${name}.${input.format}`)
    work.end('done', `${formatBytes(file.size)} saved`)
  } catch (error) {
    if (!work.signal.aborted) work.end('failed', failureOf(error).message || 'The connection broke off')
  }
}

async function refusalOf(response: Response): Promise<string> {
  const said = (await response.json().catch(() => undefined)) as { message?: unknown } | undefined
  return typeof said?.message === 'string' ? said.message : `The server answered ${response.status}`
}

async function gather(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  tell: (bytes: number) => void,
): Promise<Blob> {
  let file = new Blob()
  let pieces: Uint8Array<ArrayBuffer>[] = []
  let waiting = 0
  const fold = () => {
    file = new Blob([file, ...pieces])
    pieces = []
    waiting = 0
    tell(file.size)
  }
  const reader = body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    pieces.push(read.value)
    waiting += read.value.byteLength
    if (waiting >= PIECE) fold()
  }
  fold()
  return file
}

function saveAs(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
