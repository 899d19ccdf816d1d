import type { Fields } from '../event/event.ts'
import { ipKind } from './ip-kind.ts'
import { textOf } from './text-of.ts'

const DIRECTIONS = {
  internal: { internal: 'internal', external: 'outbound' },
  external: { internal: 'inbound', external: 'external' },
} as const

/** `network.type` and `network.direction` of a connection, told by its addresses. */
export function enrichNetwork(fields: Fields): void {
  const source = textOf(fields, 'source.ip')
  const destination = textOf(fields, 'destination.ip')
  if (source === undefined || destination === undefined) return
  fields['network.type'] ??= source.includes(':') ? 'ipv6' : 'ipv4'
  if (fields['network.direction'] !== undefined) return
  const from = ipKind(source)
  const to = ipKind(destination)
  if (from && to) fields['network.direction'] = DIRECTIONS[from][to]
}
