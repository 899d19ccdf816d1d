import { setMaxListeners } from 'node:events'
import type { TenantScope } from '../tenant/tenant-scope.ts'
import type { Asker } from './store-error.ts'

export interface QueryStats {
  rowsRead: bigint
  bytesRead: bigint
  elapsedMs: number
}

/** A SELECT over tenant tables. `{tenants:Array(UUID)}` is bound by the store. */
export interface TenantStatement {
  sql: string
  /** Bound values of `{name:Type}` places. */
  params?: Readonly<Record<string, unknown>>
  /** `person` without it. What a worker asks is short, goes first, and fails only for good reasons. */
  asker?: Asker
  /** Stops the statement, in ClickHouse too: whoever asked has left. */
  signal?: AbortSignal | undefined
  /** Of the table, for what takes much memory for each; ClickHouse's own choice without it. */
  rowsAtOnce?: number | undefined
}

/** Rows as arrays in the order of the SELECT; 64-bit numbers come as text. */
export interface Answer {
  rows: readonly (readonly unknown[])[]
  stats: QueryStats
}

/** The same store for one asker: what runs when she leaves is stopped. */
export function untilLeft(store: Store, signal: AbortSignal): Store {
  // As many listen as statements run side by side, and each lets go with its answer: Node would warn of a leak at eleven.
  setMaxListeners(0, signal)
  return { ...store, read: (scope, statement) => store.read(scope, { ...statement, signal }) }
}

/** Rows in ClickHouse's Native format. */
export interface NativeRows {
  table: 'events' | 'detections'
  columns: readonly string[]
  /** Deduplication token: the same token twice adds nothing. */
  token: string
  block: readonly Buffer[]
}

/** ClickHouse, as seen by the rest of the program: there is no way to read a tenant's rows without a scope. */
export interface Store {
  /** @throws UserError for what asks too much, UnavailableError for what may be asked again later */
  read(scope: TenantScope, statement: TenantStatement): Promise<Answer>
  /** @throws UnavailableError unless the rows themselves are wrong */
  insert(rows: NativeRows): Promise<void>
  ping(): Promise<boolean>
  close(): Promise<void>
}
