import { createOpeningLines } from '#core/parse/files/opening-lines'
import { recordsOf } from '#core/parse/files/records-of'
import { type Allowance, TooMuchError } from './create-allowance.ts'
import { createBatcher } from './create-batcher.ts'
import { type Member, readMembers } from './read-members.ts'
import type { MemberCount, Part } from './split-protocol.ts'

interface Splitting {
  name: string
  allowance: Allowance
  send: (parts: Part[]) => Promise<void>
  onMember: (member: MemberCount) => void
  tell: (member: string, message: string) => void
}

/** Everything in a dropped file that can be read, in batches of records; what cannot is told. Throws for what `send` throws. */
export async function splitFile(source: AsyncIterable<Buffer>, splitting: Splitting): Promise<void> {
  const { name, allowance, send, onMember, tell } = splitting
  const batcher = createBatcher(send)

  async function readMember({ name: member, head, chunks }: Member): Promise<void> {
    const opening = createOpeningLines()
    let count = 0
    const records = recordsOf(head, chunks, (note) => tell(member, note))
    try {
      for (;;) {
        const next = await orBroken(records.next())
        if (next.done) return
        allowance.records(next.value.length)
        await batcher.add(member, opening, next.value)
        count += next.value.length
      }
    } catch (error) {
      if (!(error instanceof BrokenError)) throw error
      tell(member, error.message)
    } finally {
      onMember({ name: member, records: count })
    }
  }

  const members = readMembers(name, sent(source, allowance), { allowance, tell })
  try {
    for (;;) {
      const next = await orBroken(members.next())
      if (next.done) break
      await readMember(next.value)
    }
  } catch (error) {
    if (!(error instanceof BrokenError) && !(error instanceof TooMuchError)) throw error
    tell(name, error.message)
  } finally {
    await members.return(undefined)
  }
  await batcher.flush()
}

/** The file's own fault, not ours: what was read before counts. */
class BrokenError extends Error {}

async function orBroken<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((cause: unknown) => {
    if (cause instanceof TooMuchError) throw cause
    throw new BrokenError(cause instanceof Error ? cause.message : String(cause), { cause })
  })
}

async function* sent(source: AsyncIterable<Buffer>, allowance: Allowance): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    allowance.sent(chunk.length)
    yield chunk
  }
}
