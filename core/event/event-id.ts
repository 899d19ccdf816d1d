const MAX_POSITION = 0xff_ffff

/**
 * Id of the event at a position of a payload, shaped as a UUIDv7: 48 bits of receive time, 24 bits of position,
 * 50 bits of the payload id. The same input makes the same id, so a retry adds no row; within a payload and
 * millisecond ids sort by position.
 * @param received milliseconds since the epoch at which the door took the record
 */
export function eventId(payloadId: string, position: number, received: number): string {
  if (position < 0 || position > MAX_POSITION)
    throw new RangeError(`position ${position} is outside of a payload`)
  const time = received.toString(16).padStart(12, '0')
  const place = position.toString(16).padStart(6, '0')
  const high = Number.parseInt(place.slice(3), 16)
  const { top, rest } = payloadPart(payloadId)
  const group = (0x8000 | (high << 2) | top).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${place.slice(0, 3)}-${group}-${rest}`
}

let lastPayload: string | undefined
let lastPart: { top: number; rest: string } = { top: 0, rest: '' }

/** 50 bits of a payload id; a payload asks thousands of times in a row. */
function payloadPart(payloadId: string): { top: number; rest: string } {
  if (payloadId === lastPayload) return lastPart
  const [a, b] = hash64(payloadId)
  lastPart = {
    top: a >>> 30,
    rest: ((a >>> 8) & 0xffff).toString(16).padStart(4, '0') + b.toString(16).padStart(8, '0'),
  }
  lastPayload = payloadId
  return lastPart
}

/** Two mixed 32-bit lanes: spread, not secrecy, is what the id needs. */
function hash64(text: string): [number, number] {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return [a >>> 0, b >>> 0]
}
