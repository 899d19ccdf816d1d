/** What one command rebuilds. Times are receive times in milliseconds, half open. */
export interface Run {
  tenantId: string
  /** Undefined: all of the tenant's. */
  sourceId: string | undefined
  from: number
  to: number
}

/** The part of a run that is replaced at once: of one partition. */
export interface Slice {
  run: Run
  revision: number
  retentionClass: number
  from: number
  to: number
}

/** In the order in which a slice goes through them; `dropped` instead of all that come after `writing`. */
export const PHASES = { writing: 1, swapped: 2, done: 3, dropped: 4, finished: 5 } as const
export type Phase = keyof typeof PHASES

/** With what the deduplication tokens of a slice's inserts begin: by it those are known that still run. */
export function tokenOf({ run, revision, from }: Slice): string {
  return `reparse ${run.tenantId} ${revision} ${from} `
}

export const EVERY_SOURCE = '00000000-0000-0000-0000-000000000000'

/** The rows of a slice; with the parameters of {@link sliceParams}. */
export const IN_SLICE = `tenant_id = {tenant:UUID} AND ({source:UUID} = toUUID('${EVERY_SOURCE}') OR source_id = {source:UUID})
  AND retention_class = {class:UInt16}
  AND received >= fromUnixTimestamp64Milli({from:Int64}, 'UTC') AND received < fromUnixTimestamp64Milli({to:Int64}, 'UTC')`

export function sliceParams({
  run,
  retentionClass,
  from,
  to,
}: Omit<Slice, 'revision'>): Record<string, unknown> {
  return { tenant: run.tenantId, source: run.sourceId ?? EVERY_SOURCE, class: retentionClass, from, to }
}
