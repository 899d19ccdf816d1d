/** What the graph's nodes are, as the tables `edges` and `entities` name them. */
export type EntityKind = 'host' | 'user' | 'address' | 'domain' | 'process' | 'file' | 'hash' | 'url' | 'rule'

/** Equal values of two tenants are two entities. */
export interface GraphEntity {
  tenantId: string
  kind: EntityKind
  value: string
}

/** One text for each entity, and another for each other. */
export function keyOfEntity({ tenantId, kind, value }: GraphEntity): string {
  return `${tenantId} ${kind} ${value}`
}
