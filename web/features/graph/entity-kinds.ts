import type { EntityKind } from '../../graphql/generated/graphql.ts'

/** Each kind in words; the order is that of lists and the legend. */
export const ENTITY_KINDS = {
  host: { one: 'host', many: 'hosts' },
  user: { one: 'user', many: 'users' },
  address: { one: 'address', many: 'addresses' },
  domain: { one: 'domain', many: 'domains' },
  process: { one: 'process', many: 'processes' },
  file: { one: 'file', many: 'files' },
  hash: { one: 'hash', many: 'hashes' },
  url: { one: 'URL', many: 'URLs' },
  rule: { one: 'rule', many: 'rules' },
} as const satisfies Record<EntityKind, { one: string; many: string }>

export function toEntityKind(text: string | undefined): EntityKind | undefined {
  return text !== undefined && Object.hasOwn(ENTITY_KINDS, text) ? (text as EntityKind) : undefined
}
