import { UserError } from '#core/errors'
import type { Log } from '#core/log'
import type { Segment } from '#core/queues/payload'
import type { Records } from '#core/records/create-records'
import type { DroppedFile } from '#core/records/dropped-files/dropped-file'
import { type FileProgress, noteDroppedFile } from '#core/records/dropped-files/take-in-dropped-file'
import type { TenantScope } from '#core/tenant/tenant-scope'
import type { Sealer } from '../collect/create-sealer.ts'
import { splitInThread } from './split-in-thread.ts'
import type { FileProblem, MemberCount, Part } from './split-protocol.ts'

/** How often a file that is taken in is looked at, and written down where something changed. */
const NOTE_MS = 500
/** A sign of life where nothing did. */
const SIGN_MS = 15_000
/** Members that are written down one by one. */
const MOST_LISTED = 1_000

interface Receiving {
  records: Records
  sealer: Pick<Sealer, 'insist'>
  log: Log
  retentionClass: number
  scope: TenantScope
  /** Asked before each payload: it may take minutes, and rights may go meanwhile. */
  mayGoOn: () => Promise<boolean>
}

/** Reads a file as it comes and seals what is in it; says how far it is all along. Throws for what `source` throws. */
export async function receiveFile(
  file: DroppedFile,
  source: AsyncIterable<Buffer>,
  { records, sealer, log, retentionClass, scope, mayGoOn }: Receiving,
): Promise<FileProgress> {
  const members: MemberCount[] = []
  const problems: FileProblem[] = []
  let received = 0
  let sealed = 0
  let unlisted = 0
  let written = ''
  let writtenAt = 0
  let writing: Promise<void> = Promise.resolve()

  function progress(state: FileProgress['state']): FileProgress {
    const rest = unlisted > 0 ? [{ member: file.name, message: `${unlisted} more files are not listed` }] : []
    return { state, received, records: sealed, members, problems: [...problems, ...rest] }
  }

  const timer = setInterval(() => {
    const marks = `${received} ${sealed} ${members.length} ${problems.length}`
    if (marks === written && Date.now() - writtenAt < SIGN_MS) return
    written = marks
    writtenAt = Date.now()
    const note = progress('receiving')
    writing = writing
      .then(() => noteDroppedFile(records, scope, file, note))
      .catch((error: unknown) => log.warn({ err: error }, 'progress of a dropped file not written'))
  }, NOTE_MS)

  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      received += chunk.length
      yield chunk
    }
  }

  async function store(parts: readonly Part[]): Promise<void> {
    if (!(await mayGoOn())) throw new UserError('FORBIDDEN', 'The right to drop files here is gone')
    const segments = parts.map((part) => segmentOf(file, part, retentionClass))
    await sealer.insist([segments])
    sealed += segments.reduce((sum, { records }) => sum + records.length, 0)
  }

  let state: FileProgress['state'] = 'broken_off'
  try {
    await splitInThread({
      name: file.name,
      source: counted(),
      store,
      onMember({ name, records: count }) {
        if (members.length < MOST_LISTED) members.push({ name, records: count })
        else unlisted += 1
      },
      onProblem: ({ member, message }) => problems.push({ member, message }),
    })
    state = 'read'
    return progress(state)
  } finally {
    clearInterval(timer)
    await writing
    await noteDroppedFile(records, scope, file, progress(state))
  }
}

/** Marked as old: nobody is notified. Which file of an archive a line was in is a field of its event. */
function segmentOf(file: DroppedFile, part: Part, retentionClass: number): Segment {
  const { member, opening, bytes, lengths } = part
  let at = 0
  const lines = Array.from(lengths, (length) => {
    at += length
    return Buffer.from(bytes.buffer, bytes.byteOffset + at - length, length)
  })
  return {
    ...{ tenantId: file.tenantId, sourceId: file.fileId, site: '', format: 'auto', zoneMinutes: 0 },
    settings: { defaults: { 'log.file.path': member } },
    ...{ retentionClass, backfill: true, received: Date.now(), opening, records: lines },
  }
}
