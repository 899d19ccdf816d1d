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

/** A colon closes a tag, of ACI a blank. */
function closeOf(text: string, at: number): number {
  for (let end = at; end - at <= MAX_TAG && end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (code === 0x3a || code === 0x20) return end
  }
  return -1
}

/** @returns undefined when no such tag stands at `at` */
export function facilityTagAt(text: string, at: number): FacilityTag | undefined {
  if (text.charCodeAt(at) !== 0x25) return undefined
  const close = closeOf(text, at)
  if (close < 0) return undefined
  const last = text.lastIndexOf('-', close)
  const level = text.charCodeAt(last - 1) - 0x30
  if (last - 3 < at || !(level >= 0 && level <= 7) || text.charCodeAt(last - 2) !== 0x2d) return undefined
  const facility = text.slice(at + 1, last - 2)
  const mnemonic = text.slice(last + 1, close)
  if (!FACILITY.test(facility) || !MNEMONIC.test(mnemonic)) return undefined
  let end = close + 1
  while (text.charCodeAt(end) === 0x20) end++
  return { facility, level, mnemonic, end }
}
