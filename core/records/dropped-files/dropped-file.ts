import { z } from 'zod'
import type { DroppedFile as DroppedFileRow, FileState } from '../generated/client.ts'

const membersSchema = z.array(z.object({ name: z.string(), records: z.number() }))
const problemsSchema = z.array(z.object({ member: z.string(), message: z.string() }))

export type FileMember = z.infer<typeof membersSchema>[number]
export type FileProblem = z.infer<typeof problemsSchema>[number]

/** A file that a person gave to look at. */
export interface DroppedFile {
  tenantId: string
  /** Of its source too. */
  fileId: string
  name: string
  /** As it lies on the disk of who dropped it. */
  bytes: number
  state: FileState
  /** Bytes taken so far. */
  received: number
  /** Records that were sealed: they become events, whatever happens. */
  records: number
  members: readonly FileMember[]
  problems: readonly FileProblem[]
  /** Person or API token. */
  droppedBy: string
  droppedAt: Date
  touchedAt: Date
}

/** Who takes a file in says so more often than this. */
const SILENT_MS = 60_000

/** @param now a file whose server died is broken off, though nobody wrote that down */
export function toDroppedFile(row: DroppedFileRow, now: Date): DroppedFile {
  const { id, bytes, received, records, members, problems, state, ...rest } = row
  const isLost = state === 'receiving' && now.getTime() - row.touchedAt.getTime() > SILENT_MS
  return {
    ...rest,
    fileId: id,
    state: isLost ? 'broken_off' : state,
    bytes: Number(bytes),
    received: Number(received),
    records: Number(records),
    members: membersSchema.parse(members),
    problems: problemsSchema.parse(problems),
  }
}
