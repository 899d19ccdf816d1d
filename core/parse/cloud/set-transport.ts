import type { Fields } from '../../event/event.ts'
import { ipProtocol } from './ip-protocol.ts'
import { textOf } from './text-of.ts'

/** A protocol over IP by number or name: `network.iana_number`, a keyword in ECS, and `network.transport`. */
export function setTransport(fields: Fields, value: unknown): void {
  const text = textOf(value)
  if (text === undefined || text.length > 20) return
  const { number, name } = ipProtocol(text)
  if (number !== undefined) fields['network.iana_number'] ??= String(number)
  if (name !== undefined) fields['network.transport'] ??= name
}
