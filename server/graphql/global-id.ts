const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const TIME = /^\d{1,19}$/
const NODE_TYPES = ['Alert', 'Event', 'IngestToken', 'Source', 'Tenant'] as const

export type NodeType = (typeof NODE_TYPES)[number]

/** What an opaque id says. It proves nothing: whether the viewer may see the tenant is asked elsewhere. */
export interface GlobalId {
  type: NodeType
  tenantId: string
  /** UUID within the tenant; a tenant's own id for a tenant. */
  id: string
  /** Nanoseconds since the epoch, events only: finds the row without a scan. */
  time?: bigint
}

export function encodeGlobalId({ type, tenantId, id, time }: GlobalId): string {
  const parts = time === undefined ? [type, tenantId, id] : [type, tenantId, id, time.toString()]
  return Buffer.from(parts.join(':')).toString('base64url')
}

/** @returns undefined for anything that `encodeGlobalId` would not write */
export function decodeGlobalId(text: string): GlobalId | undefined {
  if (text.length > 160) return undefined
  const [type, tenantId, id, time, ...rest] = Buffer.from(text, 'base64url').toString('latin1').split(':')
  if (!isNodeType(type) || !isUuid(tenantId) || !isUuid(id) || rest.length > 0) return undefined
  if ((type === 'Event') !== (time !== undefined)) return undefined
  if (time === undefined) return { type, tenantId, id }
  return TIME.test(time) && BigInt(time) < 2n ** 63n ? { type, tenantId, id, time: BigInt(time) } : undefined
}

function isNodeType(text: string | undefined): text is NodeType {
  return NODE_TYPES.some((type) => type === text)
}

function isUuid(text: string | undefined): text is string {
  return text !== undefined && UUID.test(text)
}
