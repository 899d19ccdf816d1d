import type { ParserVersion as ParserVersionRow } from '../generated/client.ts'

/** Whose parser it is: a tenant's, or for all tenants of an organization. */
export type ParserOwner = { tenantId: string } | { organizationId: string }

/** A parser that people wrote, as it was saved. */
export interface ParserVersion {
  versionId: string
  owner: ParserOwner
  name: string
  /** Counts up from 1 per owner and name. */
  version: number
  /** YAML or JSON as it was written; undefined where the parser was retired. */
  definition: string | undefined
  /** Person or API token. */
  savedBy: string
  savedAt: Date
}

export function toParserVersion({ id, tenantId, organizationId, ...row }: ParserVersionRow): ParserVersion {
  const { name, version, definition, savedBy, savedAt } = row
  return {
    ...{ versionId: id, name, version, savedBy, savedAt },
    owner: tenantId === null ? { organizationId: organizationId ?? '' } : { tenantId },
    definition: definition ?? undefined,
  }
}
