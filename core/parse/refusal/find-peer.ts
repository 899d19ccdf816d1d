import { isIp } from '../text/is-ip.ts'

export interface Peer {
  address: string
  port: number | undefined
}

const MAX_CANDIDATES = 24
/** What stands before the address of who is refused, lower case, surest first. */
const LEADS: readonly (readonly [words: string, weight: number])[] = [
  ['rhost=', 9],
  ['rip=', 9],
  ['remoteaddress=', 9],
  ['from=', 8],
  ['from ', 8],
  ['ip:', 7],
  ['ip=', 7],
  ['address:', 7],
  ['client ', 7],
  ['host ', 6],
  ['host=', 6],
  ['host:', 6],
  ['relay=', 6],
  ['attacker', 6],
  ['failed for', 6],
  ['ban ', 5],
]

/** `10.0.0.7`, `10.0.0.7:80`, `10.0.0.7.80`, `::ffff:10.0.0.7`, a dot or colon left behind it. */
function peerOf(word: string): Peer | undefined {
  let text = word
  while (text.endsWith('.') || (text.endsWith(':') && !text.endsWith('::'))) text = text.slice(0, -1)
  if (/^::ffff:/i.test(text) && text.includes('.')) text = text.slice(7)
  if (isIp(text)) return { address: text, port: undefined }
  const [, address, port] = /^(\d{1,3}(?:\.\d{1,3}){3})[.:](\d{1,5})$/.exec(text) ?? []
  return address !== undefined && isIp(address) ? { address, port: Number(port) } : undefined
}

function weightOf(before: string): number {
  const bare = before.replace(/["'([<{/ ]+$/, '')
  for (const [words, weight] of LEADS) {
    if (before.endsWith(words) || bare.endsWith(words.trimEnd())) return weight
  }
  return 1
}

/** Of the addresses in a text the one that words before it say is the other end; of equals the first. */
export function findPeer(text: string): Peer | undefined {
  let best: Peer | undefined
  let weight = 0
  let seen = 0
  for (const match of text.matchAll(/[0-9A-Fa-f:.]{3,60}/g)) {
    if (!(match[0].includes('.') || match[0].includes(':'))) continue
    const peer = peerOf(match[0])
    if (!peer) continue
    const found = weightOf(text.slice(Math.max(0, match.index - 20), match.index).toLowerCase())
    // What a client sent comes before what the server says of it: of two `from` the last counts.
    if (found > weight || (found === weight && found === 8)) {
      best = peer
      weight = found
    }
    if (++seen >= MAX_CANDIDATES) break
  }
  return best
}
