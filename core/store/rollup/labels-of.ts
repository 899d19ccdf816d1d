import { timeText } from '../../event/time-text.ts'
import { storedValues } from '../../search/stored-values.ts'
import type { Bind } from '../../search/text-tests.ts'
import { withDetected } from '../../search/with-detected.ts'

/** SQL of the one text by which an event is told from others, `Nullable(String)`, and of the rows that it is for. */
interface Label {
  sql: string
  where: string | undefined
}

/**
 * The value of a field, of several the first; null where an event has none.
 * @param detected takes in what of the detections of an event is asked
 * @returns one for most rows and perhaps another for the few whose values lie elsewhere; a row is meant by one of them
 */
export function labelsOf(name: string, bind: Bind, detected: Map<string, string>): Label[] {
  const { type, one, list = '[]', odd } = withDetected(name, storedValues(name, bind), detected)
  const as = (sql: string) =>
    `CAST(${sql}, '${type === 'word' ? 'LowCardinality(Nullable(String))' : 'Nullable(String)'}')`
  const first = as(`if(empty(${list}), NULL, arrayElement(${list}, 1))`)
  if (type === 'time' && one !== undefined) return [{ sql: as(timeText(one)), where: undefined }]
  if (one === undefined) return [{ sql: first, where: undefined }]
  if (odd === undefined) return [{ sql: as(one), where: undefined }]
  return [
    { sql: as(one), where: `NOT (${odd})` },
    { sql: first, where: `(${odd})` },
  ]
}
