import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { insertRevision } from '#core/store/insert-revision'
import { linesToReparse, type StoredLine } from '#core/store/queries/lines-to-reparse'
import type { ReparseLedger } from '#core/store/reparse/reparse-ledger'
import type { Slice } from '#core/store/reparse/slice'
import { LEASE_MS } from '#core/store/reparse/watch-open-slices'
import type { Store } from '#core/store/store'
import type { TenantScope } from '#core/tenant/tenant-scope'
import type { Arrival } from '../ingest/arrival.ts'
import type { Batch, Replay } from '../ingest/run-pipeline.ts'

interface Replacing {
  store: Store
  ledger: ReparseLedger
  scope: TenantScope
  replay: Replay
  arrivals: (lines: readonly StoredLine[]) => Arrival[]
  /** How long a statement may take from looking at the ledger to looking at the rows, or the other way round. */
  graceMs: number
}

interface Replaced {
  events: number
  detections: number
}

/**
 * Writes the rows of a slice anew beside the old ones, hidden; lets all readers see them in place of the old ones from one
 * moment to the next; then takes the old ones away. Rows that came in meanwhile stay.
 */
export async function replaceSlice(replacing: Replacing, slice: Slice): Promise<Replaced> {
  const { store, ledger, scope, graceMs } = replacing
  await ledger.mark(slice, 'writing')
  await sleep(LEASE_MS + graceMs)
  const made = { events: 0, detections: 0 }
  for await (const lines of linesToReparse(store, scope, slice)) {
    const batch = await replacing.replay(replacing.arrivals(lines))
    mustBeTheSame(lines, batch)
    await insertRevision(store, slice, randomUUID(), batch)
    made.events += batch.events.length
    made.detections += batch.detections.length
  }
  const { rows, events } = await ledger.countNew(slice)
  if (rows !== made.events || events !== made.events) {
    await undo(ledger, slice)
    throw new Error(`${made.events} events were written and ${rows} are there: the old ones stay. Try again`)
  }
  await ledger.correctCounts(slice)
  await sleep(graceMs)
  await ledger.mark(slice, 'swapped')
  await sleep(graceMs)
  await ledger.removeOld(slice)
  await ledger.mark(slice, 'done')
  return made
}

/** Puts right what a run that was cut short left: what readers see already is finished, the rest undone. */
export async function closeSlices(ledger: ReparseLedger, tenantId: string): Promise<void> {
  for (const { phase, ...slice } of await ledger.openSlices(tenantId)) {
    if (phase === 'writing') {
      await ledger.waitForInserts(slice)
      await undo(ledger, slice)
    } else {
      await ledger.removeOld(slice)
      await ledger.mark(slice, 'done')
    }
  }
}

async function undo(ledger: ReparseLedger, slice: Slice): Promise<void> {
  await ledger.removeNew(slice)
  await ledger.mark(slice, 'dropped')
}

/** An old row goes when one with its id stands in for it. */
function mustBeTheSame(lines: readonly StoredLine[], { events }: Batch): void {
  const ids = new Set(lines.map(({ eventId }) => eventId))
  const other = events.find(({ eventId }) => !ids.has(eventId))
  if (other) throw new Error(`The event at ${other.payloadId} ${other.position} would get another id`)
}
