import { readEvtxRecords } from './read-evtx-records.ts'
import { readLines } from './read-lines.ts'
import { sniff } from './sniff.ts'
import { splitJson } from './split-json.ts'

/**
 * The records of a file that is neither packed nor an archive, in batches.
 * @param head its first kilobytes, which `chunks` still holds
 * @param onNote told what was left out: a text for people
 */
export async function* recordsOf(
  head: Buffer,
  chunks: AsyncIterable<Buffer>,
  onNote: (note: string) => void,
): AsyncGenerator<readonly string[]> {
  let cuts = 0
  const onCut = (): void => {
    cuts += 1
  }
  const { kind, encoding } = sniff(head)
  if (kind === 'binary') {
    onNote('left out: neither text nor EVTX nor gzip')
    return
  }
  if (kind === 'evtx') yield* readEvtxRecords(chunks, onNote)
  else if (kind === 'json') yield* splitJson(decoded(chunks, encoding), onCut)
  else if (encoding === 'utf-8') yield* readLines(chunks, onCut)
  else yield* readLines(decoded(chunks, encoding), onCut)
  if (cuts > 0) onNote(`${cuts} records were too long and judged by their beginning`)
}

async function* decoded(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
