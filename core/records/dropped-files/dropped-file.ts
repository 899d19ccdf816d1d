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
  /** Its events are shown for so many days. */
  keptDays: number
}

/** For how many days the events of dropped files are kept and shown, unless the tenant keeps all of its for fewer. */
export const SCRATCH_DAYS = 30

/** What of its source is read with a file. */
export const WITH_DAYS = { source: { select: { retentionDays: true } } } as const

type Row = DroppedFileRow & { source: { retentionDays: number | null } }

/** Who takes a file in says so more often than this. */
const SILENT_MS = 60_000

/** @param now a file whose server died is broken off, though nobody wrote that down */
export function toDroppedFile(row: Row, now: Date): DroppedFile {
  const { id, bytes, received, records, members, problems, state, touchedAt, source, ...rest } = row
  const isLost = state === 'receiving' && now.getTime() - touchedAt.getTime() > SILENT_MS
  return {
    ...rest,
    fileId: id,
    keptDays: source.retentionDays ?? SCRATCH_DAYS,
    state: isLost ? 'broken_off' : state,
    bytes: Number(bytes),
    received: Number(received),
    records: Number(records),
    members: membersSchema.parse(members),
    problems: problemsSchema.parse(problems),
  }
}
