import { randomUUID } from 'node:crypto'
import type { Event, Fields } from '../../core/event/event.ts'
import type { Chance } from './create-chance.ts'

const VALUES: Readonly<Record<string, readonly string[]>> = {
  'host.name': ['WS-1', 'ws-1', 'srv-ÄRA', 'db', ''],
  'user.name': ['Mira', 'mira', 'OLE', '__proto__', ''],
  'user.domain': ['CORP', 'lab'],
  'source.ip': ['10.1.0.1', '10.1.0.2', '2001:DB8::7', '::', 'unknown', '::ffff:10.1.0.1'],
  'destination.ip': ['10.1.0.1', '192.0.2.9', '2001:db8::8', '2001:db8::ffff:1', '010.1.1.1'],
  'process.executable': ['C:\\Tools\\Run.exe', '/usr/bin/ls'],
  'process.name': ['Run.exe', 'ls'],
  'process.parent.name': ['explorer.exe', 'Init'],
  'process.hash.sha256': ['AB12', 'cd34'],
  'file.path': ['C:\\Temp\\A.txt', '/tmp/a', `/${'é'.repeat(600)}`],
  'file.name': ['A.txt'],
  'file.hash.sha256': ['FF00'],
  'url.domain': ['Shop.Example', 'cdn.example'],
  'destination.domain': ['mail.example'],
  'url.original': ['https://shop.example/cart?x=1#top', '/cart?x=1', 'http://shop.example/a\nb'],
  'dns.question.name': ['Shop.Example', 'cdn.example'],
  'event.outcome': ['success', 'failure'],
}
const CATEGORIES = ['authentication', 'network', 'process', 'file', 'web']
const TYPES = ['start', 'end', 'creation', 'change', 'info']
const ANSWERS = ['192.0.2.9', '192.0.2.10', '2001:DB8::8', 'cdn.example', '::']

/** Events of one payload that tie few entities together in every way the graph knows, within two days. */
export function randomGraphEvents(
  { pick, happens, below, some }: Chance,
  {
    tenantId,
    sourceId,
    received,
    rows,
  }: { tenantId: string; sourceId: string; received: number; rows: number },
): Event[] {
  const payloadId = randomUUID()
  return Array.from({ length: rows }, (_, position): Event => {
    const fields: Fields = {}
    for (const [name, values] of Object.entries(VALUES)) if (happens(0.5)) fields[name] = pick(values)
    if (happens(0.8)) fields['event.category'] = some(2, () => pick(CATEGORIES))
    if (happens(0.8)) fields['event.type'] = some(2, () => pick(TYPES))
    if (happens(0.3)) fields['dns.resolved_ip'] = some(12, () => pick(ANSWERS))
    if (happens(0.1)) fields['user.name'] = ['mira', 'ole']
    if (happens(0.2)) fields['nightjar.suspected_by'] = ['product']
    return {
      ...{ eventId: randomUUID(), tenantId, sourceId, site: '', payloadId, position, raw: 'a line' },
      ...{ parser: 'json@1', backfill: false, fields, received: received + position },
      time: BigInt(received) * 1_000_000n + BigInt(below(2 * 86_400)) * 1_000_000_001n,
    }
  })
}
