import type { EntityKind } from '../../graphql/generated/graphql.ts'
import { toEntityKind } from './entity-kinds.ts'

/** An entity of the page's tenant. */
export interface EntityName {
  kind: EntityKind
  value: string
}

/** Signs that keys and steps are made of; a value cannot hold them once it is escaped. */
const OURS = /[%:;,>]/g

export function escapeValue(value: string): string {
  return value.replace(OURS, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
}

export function unescapeValue(text: string): string {
  return text.replace(/%(25|3a|3b|2c|3e)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** One text for each entity, and another for each other; without the tenant, whose page it is. */
export function keyOf({ kind, value }: EntityName): string {
  return `${kind}:${escapeValue(value)}`
}

/** `host:ws-17`, `address:fe80::1`: what links from other pages say. The value is as it is, colons and all. */
export function parseEntityParam(text: string | null): EntityName | undefined {
  const at = text?.indexOf(':') ?? -1
  const kind = toEntityKind(text?.slice(0, Math.max(at, 0)))
  const value = text?.slice(at + 1)
  return kind && value ? { kind, value } : undefined
}

export function formatEntityParam({ kind, value }: EntityName): string {
  return `${kind}:${value}`
}
