import type { Fields } from '../../event/event.ts'
import { isIp } from '../text/is-ip.ts'
import { numberOf } from './number-of.ts'
import { textOf } from './text-of.ts'

const PORT = /:(\d{1,5})$/

/** Address and port apart: `10.0.0.7:443`, `[2001:db8::7]:443`; an address alone stays. */
function split(text: string): { address: string; port: string | undefined } {
  if (text.startsWith('[')) {
    const close = text.indexOf(']')
    if (close > 0) return { address: text.slice(1, close), port: PORT.exec(text.slice(close + 1))?.[1] }
  }
  const colon = text.indexOf(':')
  if (colon > 0 && colon === text.lastIndexOf(':')) {
    const port = PORT.exec(text)?.[1]
    if (port !== undefined) return { address: text.slice(0, colon), port }
  }
  return { address: text, port: undefined }
}

/** One end of a connection as cloud logs give it: an address, perhaps mapped IPv4, perhaps with a port behind it. */
export function setEnd(
  fields: Fields,
  side: 'source' | 'destination' | 'client' | 'server',
  value: unknown,
  port?: unknown,
): void {
  const whole = textOf(value)
  if (whole === undefined || whole.length > 300) return
  // Where the port has a place of its own there is none behind the address.
  const { address, port: inner } = port === undefined ? split(whole) : { address: whole, port: undefined }
  const bare = address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address
  if (bare === '') return
  fields[`${side}.address`] ??= bare
  if (isIp(bare)) fields[`${side}.ip`] ??= bare
  else fields[`${side}.domain`] ??= bare
  const number = numberOf(port ?? inner)
  if (number !== undefined && number >= 0 && number <= 65535) fields[`${side}.port`] ??= number
}
