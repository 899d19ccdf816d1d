import type { Fields } from '../../event/event.ts'
import { wholeNumber } from '../text/digits.ts'
import { setPeer } from '../text/set-peer.ts'

/** `10.0.0.7 port 51826 ssh2`, `10.0.0.7: 11: Bye`, `host port 22:11: Bye`: who is at the other end. */
export function readSshPeer(fields: Fields, text: string): void {
  const [address = '', word, port = ''] = text.split(' ', 3)
  const closed = address.endsWith(':') && !address.endsWith('::') ? address.slice(0, -1) : address
  // An IPv4 client of a socket for both.
  const bare = closed.startsWith('::ffff:') && closed.includes('.') ? closed.slice(7) : closed
  const colon = port.indexOf(':')
  setPeer(
    fields,
    'source',
    bare,
    word === 'port' ? wholeNumber(colon < 0 ? port : port.slice(0, colon)) : undefined,
  )
}
