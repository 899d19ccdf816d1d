import type { Phase, Run, Slice } from './slice.ts'

/** Rows of one partition that a run is about. */
interface Stretch {
  retentionClass: number
  from: number
  to: number
  rows: number
}

/** What was and is replaced. It looks past the filter that hides open slices, and is for the operator's command alone. */
export interface ReparseLedger {
  /** The days of a run, oldest first. */
  stretches(run: Run): Promise<Stretch[]>
  /** Where the slice ends that begins at `from` and has about so many rows; undefined where no more rows come. */
  endOfSlice(run: Run, stretch: Stretch, rows: number): Promise<number | undefined>
  /** Slices of a tenant that a run before left open. */
  openSlices(tenantId: string): Promise<(Slice & { phase: Phase })[]>
  /** Up to where a run of the same tenant, source and range came that did not finish, by retention class. */
  doneBefore(run: Run): Promise<ReadonlyMap<number, number>>
  nextRevision(tenantId: string): Promise<number>
  mark(slice: Slice, phase: Phase): Promise<void>
  /** Waits until no insert runs that a process began which is gone: its rows would come after they were taken away. */
  waitForInserts(slice: Slice): Promise<void>
  /** New rows of a slice, and how many different events they are. */
  countNew(slice: Slice): Promise<{ rows: number; events: number }>
  /** Adds to what views count of events what the slice changes in it: new rows less those they stand in for. Hidden like the rows. */
  correctCounts(slice: Slice): Promise<void>
  /** Takes away the rows that new ones stand in for; others, which came in meanwhile, stay. */
  removeOld(slice: Slice): Promise<void>
  removeNew(slice: Slice): Promise<void>
  close(): Promise<void>
}
