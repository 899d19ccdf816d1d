import { createHash } from 'node:crypto'
import { parseIp } from '../detect/values/parse-ip.ts'
import type { Fields } from '../event/event.ts'
import { textOf } from './text-of.ts'

/** IANA numbers of the protocols that have ports. */
const PROTOCOLS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, sctp: 132 }

const BYTES_V4 = 4

/**
 * `network.community_id`, version 1 with seed 0 (github.com/corelight/community-id-spec), of connections with ports:
 * the same for both directions, whoever logged it.
 */
export function enrichCommunityId(fields: Fields): void {
  if (fields['network.community_id'] !== undefined) return
  const source = endpoint(fields, 'source')
  const destination = source && endpoint(fields, 'destination')
  const protocol = PROTOCOLS[textOf(fields, 'network.transport') ?? '']
  if (!source || !destination || protocol === undefined || source.length !== destination.length) return
  const [first, second] =
    Buffer.compare(source, destination) <= 0 ? [source, destination] : [destination, source]
  const size = source.length - 2
  const hash = createHash('sha1')
    .update(Buffer.from([0, 0]))
    .update(first.subarray(0, size))
    .update(second.subarray(0, size))
    .update(Buffer.from([protocol, 0]))
    .update(first.subarray(size))
    .update(second.subarray(size))
  fields['network.community_id'] = `1:${hash.digest('base64')}`
}

/** Address and port in network order. */
function endpoint(fields: Fields, side: 'source' | 'destination'): Buffer | undefined {
  const ip = textOf(fields, `${side}.ip`)
  const port = Number(fields[`${side}.port`])
  const groups = ip === undefined ? undefined : parseIp(ip)
  if (ip === undefined || !groups || !Number.isInteger(port) || port < 0 || port > 65_535) return undefined
  const shown = ip.includes(':') ? groups : groups.slice(-BYTES_V4 / 2)
  const bytes = Buffer.alloc(shown.length * 2 + 2)
  for (const [i, group] of shown.entries()) bytes.writeUInt16BE(group, i * 2)
  bytes.writeUInt16BE(port, shown.length * 2)
  return bytes
}
