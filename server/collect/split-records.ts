import { Reject } from './reject.ts'
import { splitJson } from './split-json.ts'
import { splitLines } from './split-lines.ts'

const SPLITTERS: Record<string, (bytes: Buffer) => Buffer[]> = {
  'application/x-ndjson': splitLines,
  'application/ndjson': splitLines,
  'application/jsonl': splitLines,
  'application/x-jsonlines': splitLines,
  'text/plain': splitLines,
  'application/json': splitJson,
}

/** @throws Reject unsupported */
export function chooseSplitter(contentType: string | undefined): (bytes: Buffer) => Buffer[] {
  const name = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (name === '') return splitLines
  const split = Object.hasOwn(SPLITTERS, name) ? SPLITTERS[name] : undefined
  if (split) return split
  const known = 'application/x-ndjson, application/json or text/plain'
  throw new Reject('unsupported', `Content-Type must be ${known}`)
}
