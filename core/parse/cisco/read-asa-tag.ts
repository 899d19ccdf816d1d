import { digitsAt } from '../text/digits.ts'

/** `%ASA-6-302013: ` */
export interface AsaTag {
  system: string
  level: number
  id: string
  /** Where the message begins. */
  end: number
}

/** ASA, FTD, PIX, FWSM, NGIPS and what more shares their ids. */
const SYSTEM = /^[A-Z]{3,6}$/

/** `%ASA-6-302013: `, `%FTD-session-5-106100: `, `%ASA-3-430005 `. */
export function asaTagAt(text: string, at: number): AsaTag | undefined {
  if (text.charCodeAt(at) !== 0x25) return undefined
  const dash = text.indexOf('-', at)
  if (dash < 0 || dash - at > 7) return undefined
  const system = text.slice(at + 1, dash)
  if (!SYSTEM.test(system)) return undefined
  // A logging class may stand between the system and the level.
  let level = dash + 1
  if (text.charCodeAt(level + 1) !== 0x2d || digitsAt(text, level, 1) < 0) {
    const next = text.indexOf('-', level)
    if (next < 0 || next - level > 20) return undefined
    level = next + 1
  }
  const severity = digitsAt(text, level, 1)
  if (severity < 0 || text.charCodeAt(level + 1) !== 0x2d || digitsAt(text, level + 2, 6) < 0)
    return undefined
  let end = level + 8
  if (text.charCodeAt(end) === 0x3a) end++
  while (text.charCodeAt(end) === 0x20) end++
  return { system, level: severity, id: text.slice(level + 2, level + 8), end }
}
