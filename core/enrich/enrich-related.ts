import type { Fields, FieldValue } from '../event/event.ts'

/** Where the values of each kind stand. */
const RELATED: readonly (readonly [name: string, fields: readonly string[]])[] = [
  [
    'related.ip',
    [
      'source.ip',
      'destination.ip',
      'client.ip',
      'server.ip',
      'host.ip',
      'observer.ip',
      'source.nat.ip',
      'destination.nat.ip',
      'dns.resolved_ip',
      'network.forwarded_ip',
    ],
  ],
  [
    'related.user',
    [
      'user.name',
      'user.target.name',
      'user.effective.name',
      'user.changes.name',
      'source.user.name',
      'destination.user.name',
      'client.user.name',
      'server.user.name',
      'user.email',
    ],
  ],
  [
    'related.hosts',
    [
      'host.name',
      'host.hostname',
      'source.domain',
      'destination.domain',
      'client.domain',
      'server.domain',
      'observer.hostname',
      'dns.question.name',
      'url.domain',
    ],
  ],
  [
    'related.hash',
    ['file', 'process', 'process.parent', 'dll'].flatMap((prefix) =>
      ['md5', 'sha1', 'sha256', 'sha512'].map((kind) => `${prefix}.hash.${kind}`),
    ),
  ],
]

const MAX_VALUES = 100

/** `related.*`: all addresses, people, hosts and hashes of an event in one place each, whatever their part in it. */
export function enrichRelated(fields: Fields): void {
  for (const [name, sources] of RELATED) {
    let found: string[] | undefined
    for (const source of sources) {
      const value = fields[source]
      if (value !== undefined) found = add(found, value)
    }
    if (!found) continue
    const known = fields[name]
    fields[name] = known === undefined ? found : (add([...(add(undefined, known) ?? [])], found) ?? found)
  }
}

function add(found: string[] | undefined, value: FieldValue): string[] | undefined {
  if (typeof value !== 'object') return addOne(found, value)
  let all = found
  for (const one of value) all = addOne(all, one)
  return all
}

function addOne(found: string[] | undefined, value: string | number | boolean): string[] | undefined {
  if (typeof value !== 'string' || value === '' || value === '-') return found
  if (!found) return [value]
  if (found.length < MAX_VALUES && !found.includes(value)) found.push(value)
  return found
}
