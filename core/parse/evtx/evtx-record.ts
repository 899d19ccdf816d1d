import type { JsonObject } from '../parser.ts'

export interface EvtxRecord {
  recordId: bigint
  /** Nanoseconds since the epoch at which the record was written. */
  time: bigint
  /** `{"Event": {"System": ..., "EventData": ...}}`, as evtx_dump writes it: what the parser `windows-evtx` reads. */
  event: JsonObject
}

/** Something was wrong; what could be read beside it was read. */
export interface EvtxProblem {
  /** Byte of the file. */
  at: number
  message: string
}

/** What a chunk of 64 KiB holds; the header of a file has problems only. */
export interface EvtxChunk {
  records: EvtxRecord[]
  problems: EvtxProblem[]
}
