import { readEvtxStream } from '../evtx/read-evtx-stream'

const MOST_PROBLEMS = 3

/**
 * Records of a Windows event log, a chunk of it at a time, each as the line that `evtx_dump -o jsonl` would print.
 * @param onNote told what is broken; what can be read beside it is
 */
export async function* readEvtxRecords(
  source: AsyncIterable<Buffer>,
  onNote: (note: string) => void,
): AsyncGenerator<readonly string[]> {
  let problems = 0
  for await (const chunk of readEvtxStream(source)) {
    for (const { at, message } of chunk.problems) {
      if (problems++ < MOST_PROBLEMS) onNote(`byte ${at}: ${message}`)
    }
    if (chunk.records.length > 0) yield chunk.records.map(({ event }) => JSON.stringify(event))
  }
  if (problems > MOST_PROBLEMS) onNote(`${problems - MOST_PROBLEMS} more places are broken`)
}
