import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { setPeer } from '../text/set-peer.ts'

const HEAD = /^(?:\[ *\d{1,10}\.\d{6}\] )?wireguard: ([\w.-]{1,15}): /
const PEER = /\(([\da-fA-F.:[\]]{2,47}):(\d{1,5})\)|from ([\da-fA-F.:[\]]{2,47}):(\d{1,5})/
const MESSAGES: readonly (readonly [says: RegExp, action: string, outcome?: 'success' | 'failure'])[] = [
  [
    /^(?:Invalid (?:handshake|MAC|cookie|packet)|Could not decrypt invalid cookie|Packet has unallowed src IP|Packet is neither)/i,
    'packet-refused',
    'failure',
  ],
  [/did not complete after|^Zeroing out all keys/, 'handshake-timeout', 'failure'],
  [/^Keypair \d{1,10} created for peer/, 'keypair-created', 'success'],
  [/^Keypair \d{1,10} destroyed for peer/, 'keypair-destroyed'],
  [/^Receiving handshake (?:initiation|response)/, 'handshake-received'],
  [/^Sending handshake (?:initiation|response)/, 'handshake-sent'],
  [/^Peer \d{1,10} .{0,80}created/, 'peer-created'],
  [/^Peer \d{1,10} .{0,80}destroyed/, 'peer-removed'],
  [/keepalive packet/, 'keepalive'],
]

/** `wireguard: wg0: Receiving handshake initiation from peer 7 (203.0.113.9:51820)`: what the kernel tells when asked to. */
function parse({ text }: Line): Parsed | undefined {
  const head = HEAD.exec(text.slice(0, 64))
  if (!head) return undefined
  const message = text.slice(head[0].length)
  const fields = createFields()
  fields['event.module'] = 'wireguard'
  fields['event.dataset'] = 'wireguard.log'
  fields['network.protocol'] = 'wireguard'
  fields['observer.ingress.interface.name'] = head[1] ?? ''
  fields.message = message
  const near = message.slice(0, 300)
  const said = MESSAGES.find(([says]) => says.test(near))
  if (said) {
    fields['event.action'] = said[1]
    if (said[2] !== undefined) fields['event.outcome'] = said[2]
  }
  const peer = PEER.exec(near)
  const address = (peer?.[1] ?? peer?.[3] ?? '').replace(/^\[(.*)\]$/, '$1')
  if (address !== '') setPeer(fields, 'source', address, Number(peer?.[2] ?? peer?.[4]))
  const id = /\bpeer (\d{1,10})\b/i.exec(near)?.[1]
  if (id !== undefined) fields['wireguard.peer.id'] = id
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'wireguard',
  reads: "WireGuard's messages of the kernel: handshakes, keys, refused packets",
  version: 1,
  clues: [{ program: 'kernel' }, { prefix: 'wireguard: ' }, { prefix: '[' }],
  ownNames: true,
  parse,
  samples: [
    'wireguard: wg0: Receiving handshake initiation from peer 7 (203.0.113.9:51820)',
    '[  970.699396] wireguard: wg0: Invalid handshake initiation from 203.0.113.9:51820',
  ],
}
