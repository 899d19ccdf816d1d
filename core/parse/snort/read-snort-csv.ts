import type { ParseContext, Parsed } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { formatMac } from '../text/format-mac.ts'
import { setDirection } from '../text/set-direction.ts'
import { setHostPeer } from '../text/set-host-peer.ts'
import { splitCsv } from '../text/split-csv.ts'
import { snortTime } from './snort-time.ts'
import { setSnortProtocol, setSnortRule, startSnortEvent } from './start-snort-event.ts'

/** Columns of `alert_csv` by default. */
const MIN_COLUMNS = 10
const DIGITS = /^\d{1,10}$/

const REST: readonly (readonly [column: number, field: string])[] = [
  [18, 'snort.ip.ttl'],
  [19, 'snort.ip.tos'],
  [20, 'snort.ip.id'],
  [21, 'snort.dgm.length'],
  [22, 'snort.ip.length'],
  [25, 'snort.icmp.id'],
  [26, 'snort.icmp.seq'],
]

/** `03/10-12:00:00.25 ,1,7,2,"message",TCP,10.0.0.7,51826,192.0.2.10,80,...` */
export function readSnortCsv(text: string, context: ParseContext): Parsed | undefined {
  const stamp = snortTime(text, context)
  if (!stamp) return undefined
  const columns = splitCsv(text).map((column) => column.trim())
  const [, generator = '', id = '', revision = '', message = '', protocol = ''] = columns
  if (columns.length < MIN_COLUMNS || ![generator, id, revision].every((one) => DIGITS.test(one)))
    return undefined
  const fields = startSnortEvent()
  setSnortRule(fields, { generator, id, revision, message })
  setSnortProtocol(fields, protocol)
  for (const [side, at] of [
    ['source', 6],
    ['destination', 8],
  ] as const) {
    setHostPeer(fields, side, columns[at] ?? '')
    const port = wholeNumber(columns[at + 1] ?? '')
    if (port !== undefined) fields[`${side}.port`] = port
    const mac = formatMac(columns[side === 'source' ? 10 : 11] ?? '')
    if (mac !== undefined) fields[`${side}.mac`] = mac
  }
  for (const [at, field] of REST) {
    const number = wholeNumber(columns[at] ?? '')
    if (number !== undefined) fields[field] = number
  }
  const [type = '', code = ''] = columns.slice(23, 25)
  if (type !== '') fields['icmp.type'] = type
  if (code !== '') fields['icmp.code'] = code
  setDirection(fields)
  return { time: stamp.time, fields }
}
