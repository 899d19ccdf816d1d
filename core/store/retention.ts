/**
 * Days that rows are kept when nothing else is said. A row received longer ago than this is dropped the moment it
 * is inserted.
 */
export const DEFAULT_RETENTION_DAYS = 1095

/** Each is a partition per day, for all tenants together: parts that expire as a whole must not become small ones. */
export const MOST_CLASSES = 4
/** Thirty years: what ClickHouse counts in seconds ends in 2106, and days beyond it would have passed already. */
export const MOST_DAYS = 10_950

/** What an installation says: how long rows are kept, and in which classes. */
export interface Retention {
  RETENTION_DAYS: number
  RETENTION_CLASSES: readonly number[]
}

/**
 * The class in which rows are stored that somebody wants for so many days: the shortest that keeps them long enough.
 * What it keeps too long is filtered: see retention-filter.ts.
 */
export function retentionClassOf(
  days: number | undefined,
  { RETENTION_DAYS, RETENTION_CLASSES }: Retention,
): number {
  const wanted = days ?? RETENTION_DAYS
  const enough = RETENTION_CLASSES.filter((one) => one >= wanted)
  return enough.length > 0 ? Math.min(...enough) : Math.max(...RETENTION_CLASSES)
}
