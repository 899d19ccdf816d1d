import { hash } from 'node:crypto'
import { parseIp } from '../detect/values/parse-ip.ts'
import type { Fields } from '../event/event.ts'
import { textOf } from './text-of.ts'

/** IANA numbers of the protocols that have ports. */
const PROTOCOLS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, sctp: 132 }

const WORDS_V4 = 2
const SEED = 0

/** Address and port as words of 16 bits. */
interface Endpoint {
  address: readonly number[]
  port: number
}

/**
 * `network.community_id`, version 1 with seed 0 (github.com/corelight/community-id-spec), of connections with ports:
 * the same for both directions, whoever logged it.
 */
export function enrichCommunityId(fields: Fields): void {
  if (fields['network.community_id'] !== undefined) return
  const protocol = PROTOCOLS[textOf(fields, 'network.transport') ?? '']
  const source = protocol === undefined ? undefined : endpoint(fields, 'source')
  const destination = source && endpoint(fields, 'destination')
  if (!source || !destination || protocol === undefined) return
  if (source.address.length !== destination.address.length) return
  const [first, second] = isBefore(destination, source) ? [destination, source] : [source, destination]
  const words = [SEED, ...first.address, ...second.address, protocol << 8, first.port, second.port]
  fields['network.community_id'] = `1:${hash('sha1', inNetworkOrder(words), 'base64')}`
}

function endpoint(fields: Fields, side: 'source' | 'destination'): Endpoint | undefined {
  const ip = textOf(fields, `${side}.ip`)
  const port = Number(fields[`${side}.port`])
  const groups = ip === undefined ? undefined : parseIp(ip)
  if (ip === undefined || !groups || !Number.isInteger(port) || port < 0 || port > 65_535) return undefined
  return { address: ip.includes(':') ? groups : groups.slice(-WORDS_V4), port }
}

function isBefore(one: Endpoint, other: Endpoint): boolean {
  for (const [i, word] of one.address.entries()) {
    const difference = word - (other.address[i] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return one.port < other.port
}

function inNetworkOrder(words: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(words.length * 2)
  for (let i = 0; i < words.length; i++) bytes.writeUInt16BE(words[i] ?? 0, i * 2)
  return bytes
}
