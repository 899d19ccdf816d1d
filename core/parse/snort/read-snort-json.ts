import { flattenJson } from '../json/flatten-json.ts'
import type { JsonObject, ParseContext, Parsed } from '../parser.ts'
import { formatMac } from '../text/format-mac.ts'
import { setDirection } from '../text/set-direction.ts'
import { setHostPeer } from '../text/set-host-peer.ts'
import { snortTime } from './snort-time.ts'
import { setSnortProtocol, setSnortRule, startSnortEvent } from './start-snort-event.ts'

const word = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

const PASSED: ReadonlySet<string> = new Set(['allow', 'pass', 'alert', 'log'])

/** Seconds of the epoch; the text beside them has the fraction. */
function timeOf(json: JsonObject, context: ParseContext): bigint | undefined {
  const { seconds, timestamp } = json
  const stamp = typeof timestamp === 'string' ? snortTime(timestamp, context)?.time : undefined
  if (typeof seconds !== 'number' || !Number.isSafeInteger(seconds)) return stamp
  return BigInt(seconds) * 1_000_000_000n + ((stamp ?? 0n) % 1_000_000_000n)
}

/** Snort 3's `alert_json`. */
export function readSnortJson(json: JsonObject, context: ParseContext): Parsed | undefined {
  const rule = word(json.rule).split(':', 3)
  const id = word(json.sid) || word(rule[1])
  if (id === '' || typeof json.msg !== 'string') return undefined
  const fields = startSnortEvent()
  const { b64_data: _, ...rest } = json
  flattenJson(fields, 'snort', rest)
  const generator = word(json.gid) || word(rule[0])
  setSnortRule(fields, { generator, id, revision: word(json.rev) || word(rule[2]), message: json.msg })
  setSnortProtocol(fields, word(json.proto))
  for (const [side, name] of [
    ['source', 'src'],
    ['destination', 'dst'],
  ] as const) {
    setHostPeer(fields, side, word(json[`${name}_addr`]))
    const port = json[`${name}_port`]
    if (typeof port === 'number') fields[`${side}.port`] = port
    const mac = formatMac(word(json[`eth_${name}`]))
    if (mac !== undefined) fields[`${side}.mac`] = mac
  }
  const { priority, class: category, action, service, iface, pkt_len: bytes, pkt_num: packets } = json
  if (typeof priority === 'number') fields['event.severity'] = priority
  if (word(category) !== '') fields['rule.category'] = word(category)
  if (typeof action === 'string') fields['event.type'] = [PASSED.has(action) ? 'allowed' : 'denied']
  if (typeof service === 'string' && service !== '' && service !== 'unknown')
    fields['network.protocol'] = service
  if (word(iface) !== '') fields['observer.ingress.interface.name'] = word(iface)
  if (typeof bytes === 'number') fields['network.bytes'] = bytes
  if (typeof packets === 'number') fields['network.packets'] = packets
  setDirection(fields)
  return { time: timeOf(json, context), fields }
}
