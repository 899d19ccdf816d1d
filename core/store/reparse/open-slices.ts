import { EVERY_SOURCE, PHASES } from './slice.ts'

/**
 * A condition that hides the rows of slices being replaced: first the new ones, then, from one moment to the next, the old
 * ones. Asked with each statement, so that no process has to be told; where nothing is replaced it is the constant 1.
 * @param tenants ids in quotes, with commas
 */
export function notBeingReplaced(database: string, tenants: string): string {
  const open = `FROM ${database}.reparses FINAL WHERE tenant_id IN (${tenants}) AND phase < ${PHASES.done}`
  const slices = `(SELECT groupArray((tenant_id, source_id, retention_class, slice_from, slice_to, revision, phase)) ${open})`
  const isHidden = [
    's.1 = tenant_id',
    `(s.2 = toUUID(${quote}${EVERY_SOURCE}${quote}) OR s.2 = source_id)`,
    's.3 = retention_class',
    'received >= s.4',
    'received < s.5',
    `if(s.7 = ${PHASES.writing}, revision = s.6, revision < s.6)`,
  ].join(' AND ')
  // The same text twice is asked once.
  return `(empty(${slices}) OR NOT arrayExists(s -> ${isHidden}, ${slices}))`
}

/** The same for the tables that count: what a slice changes in them is hidden until its new rows are seen. */
export function notBeingCorrected(database: string, tenants: string): string {
  const written = `FROM ${database}.reparses FINAL WHERE tenant_id IN (${tenants}) AND phase = ${PHASES.writing}`
  const slices = `(SELECT groupArray((tenant_id, revision, retention_class, toUnixTimestamp64Milli(slice_from))) ${written})`
  return `(revision = 0 OR NOT has(${slices}, (tenant_id, revision, retention_class, slice)))`
}

/** Within a text that is quoted itself. */
const quote = "\\'"
