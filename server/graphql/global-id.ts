const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const TIME = /^-?\d{1,19}$/
const TIMELESS = [
  'Alert',
  'DroppedFile',
  'EventAnnotation',
  'IngestToken',
  'SavedSearch',
  'SavedView',
  'Source',
  'Tenant',
] as const

interface Place {
  tenantId: string
  /** UUID within the tenant; a tenant's own id for a tenant. */
  id: string
}

/** @property time nanoseconds since the epoch: finds the row without a scan */
export type EventGlobalId = Place & { type: 'Event'; time: bigint }

/** What an opaque id says. It proves nothing: whether the viewer may see the tenant is asked elsewhere. */
export type GlobalId = EventGlobalId | (Place & { type: (typeof TIMELESS)[number] })

export function encodeGlobalId(given: GlobalId): string {
  const { type, tenantId, id } = given
  const text = `${type}:${tenantId}:${id}${given.type === 'Event' ? `:${given.time}` : ''}`
  return Buffer.from(text).toString('base64url')
}

/** @returns undefined for anything that `encodeGlobalId` would not write */
export function decodeGlobalId(text: string): GlobalId | undefined {
  if (text.length > 160) return undefined
  const [kind, tenantId, id, time, ...rest] = Buffer.from(text, 'base64url').toString('latin1').split(':')
  if (!isUuid(tenantId) || !isUuid(id) || rest.length > 0) return undefined
  if (kind === 'Event') return isTime(time) ? { type: kind, tenantId, id, time: BigInt(time) } : undefined
  const type = TIMELESS.find((known) => known === kind)
  return type && time === undefined ? { type, tenantId, id } : undefined
}

function isUuid(text: string | undefined): text is string {
  return text !== undefined && UUID.test(text)
}

function isTime(text: string | undefined): text is string {
  return text !== undefined && TIME.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text)
}
