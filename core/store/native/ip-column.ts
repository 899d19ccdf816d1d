import { parseIp } from '../../detect/values/parse-ip.ts'
import { printIp } from '../../detect/values/print-ip.ts'
import type { Column } from './column.ts'

export interface IpColumn extends Column {
  /**
   * Sets nothing when the text is no address, has a zone, or is `::`, which means absent.
   * @returns whether the column gives the very text back; of another spelling it holds the address only
   */
  set(row: number, text: string): boolean
}

/** IPv6 in network order; IPv4 in its mapped form. */
export function createIpColumn(name: string, rows: number): IpColumn {
  const bytes = Buffer.alloc(rows * 16)
  return {
    name,
    type: 'IPv6',
    set(row, text) {
      const at = row * 16
      if (writeV4(bytes, at, text)) return true
      if (!text.includes(':') || text.includes('%')) return false
      const groups = parseIp(text)
      if (groups === undefined || groups.every((group) => group === 0)) return false
      for (const [index, group] of groups.entries()) bytes.writeUInt16BE(group, at + index * 2)
      return printIp(groups) === text
    },
    write: (out) => out.bytes(bytes),
  }
}

/** Most addresses are IPv4 in plain form: no allocation for them. */
function writeV4(bytes: Buffer, at: number, text: string): boolean {
  if (text.length > 15) return false
  let value = 0
  let digits = 0
  let parts = 0
  let address = 0
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? DOT : text.charCodeAt(i)
    if (code === DOT) {
      if (digits === 0 || value > 255 || parts === 4) return false
      address = address * 256 + value
      parts++
      value = 0
      digits = 0
    } else if (code >= ZERO && code <= ZERO + 9 && !(digits === 1 && value === 0)) {
      value = value * 10 + (code - ZERO)
      digits++
    } else return false
  }
  if (parts !== 4) return false
  bytes.writeUInt16BE(0xffff, at + 10)
  bytes.writeUInt32BE(address, at + 12)
  return true
}

const DOT = 46
const ZERO = 48
