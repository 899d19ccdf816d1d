/** `%SEC_LOGIN-5-LOGIN_SUCCESS: `, `%PIM-SW1-6-INVALID_RP_JOIN: ` */
export interface FacilityTag {
  /** With the part of a chassis that speaks: `PIM-SW1`. */
  facility: string
  level: number
  mnemonic: string
  /** Where the message begins. */
  end: number
}

const MAX_TAG = 100
const FACILITY = /^[A-Z][\w-]*$/
const MNEMONIC = /^[A-Z0-9]\w*$/

/** @returns undefined when no such tag stands at `at` */
export function facilityTagAt(text: string, at: number): FacilityTag | undefined {
  if (text.charCodeAt(at) !== 0x25) return undefined
  const colon = text.indexOf(':', at)
  if (colon < 0 || colon - at > MAX_TAG) return undefined
  const last = text.lastIndexOf('-', colon)
  const level = text.charCodeAt(last - 1) - 0x30
  if (last - 3 < at || !(level >= 0 && level <= 7) || text.charCodeAt(last - 2) !== 0x2d) return undefined
  const facility = text.slice(at + 1, last - 2)
  const mnemonic = text.slice(last + 1, colon)
  if (!FACILITY.test(facility) || !MNEMONIC.test(mnemonic)) return undefined
  let end = colon + 1
  while (text.charCodeAt(end) === 0x20) end++
  return { facility, level, mnemonic, end }
}
