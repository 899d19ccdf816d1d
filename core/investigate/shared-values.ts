import { parseIp } from '../detect/values/parse-ip.ts'
import { printIp } from '../detect/values/print-ip.ts'
import { ipKind } from '../enrich/ip-kind.ts'
import type { Entity } from '../event/detection.ts'
import type { Event, FieldValue } from '../event/event.ts'
import { isPid } from './is-pid.ts'

export type SharedKind = 'host' | 'user' | 'address' | 'process' | 'hash' | 'domain'

/** What events may have in common. */
export interface SharedValue {
  kind: SharedKind
  /** In lower case but for ids of processes. */
  value: string
  /** A pid, meaning something on this host only. */
  onHost?: string
  /** Whether it means the same thing in all networks of a tenant. */
  everywhere: boolean
}

/** Fields with a column, so that it can be asked of many events. */
export const SHARED_FIELDS: Readonly<Record<SharedKind, readonly string[]>> = {
  host: ['host.name'],
  user: ['user.name', 'user.target.name', 'source.user.name'],
  address: ['source.ip', 'destination.ip', 'client.ip'],
  process: ['process.entity_id'],
  hash: ['process.hash.sha256', 'file.hash.sha256'],
  domain: ['dns.question.name', 'url.domain', 'source.domain', 'destination.domain'],
}

const MOST_OF_A_KIND = 12
const KINDS: Readonly<Record<string, SharedKind>> = {
  host: 'host',
  user: 'user',
  ip: 'address',
  domain: 'domain',
}
const NONE = new Set(['', '-', '0.0.0.0', '::', '127.0.0.1', '::1', 'localhost'])

/** What an alert is about and what the events behind it name, at most twelve of each kind; the first events count most. */
export function sharedValues(entity: Entity, events: readonly Pick<Event, 'fields'>[]): SharedValue[] {
  const found = new Map<string, SharedValue>()
  const counts = new Map<SharedKind, number>()

  function add(kind: SharedKind, value: string, onHost?: string): void {
    const key = JSON.stringify([kind, value, onHost])
    const count = counts.get(kind) ?? 0
    if (NONE.has(value) || found.has(key) || count >= MOST_OF_A_KIND) return
    counts.set(kind, count + 1)
    const isLocal =
      kind === 'host' || onHost !== undefined || (kind === 'address' && ipKind(value) !== 'external')
    found.set(key, { kind, value, ...(onHost !== undefined && { onHost }), everywhere: !isLocal })
  }

  /** Spelled as the store reads it: a line may write a zone behind an address, or zeros before its numbers. */
  function addAddress(text: string): void {
    const groups = parseIp(text)
    if (groups) add('address', printIp(groups))
  }

  function addText(kind: SharedKind, text: string): void {
    if (kind === 'address') addAddress(text)
    else add(kind, kind === 'process' ? text : text.toLowerCase())
  }

  const about = Object.hasOwn(KINDS, entity.kind) ? KINDS[entity.kind] : undefined
  if (about) addText(about, entity.value)
  for (const { fields } of events) {
    for (const kind of Object.keys(SHARED_FIELDS) as SharedKind[]) {
      // Multicast and the like are everybody's: only what an alert is about may be one.
      for (const field of SHARED_FIELDS[kind])
        for (const value of textsOf(fields[field]))
          if (kind !== 'address' || ipKind(value) !== undefined) addText(kind, value)
    }
    for (const parent of textsOf(fields['process.parent.entity_id'])) add('process', parent)
    const [host] = textsOf(fields['host.name'])
    const pid = fields['process.pid']
    if (fields['process.entity_id'] === undefined && host && isPid(pid))
      add('process', String(pid), host.toLowerCase())
  }
  return [...found.values()]
}

function textsOf(value: FieldValue | undefined): string[] {
  if (value === undefined) return []
  return (typeof value === 'object' ? value : [value]).map(String)
}
