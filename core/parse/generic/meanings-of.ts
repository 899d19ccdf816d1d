import { type Meaning, NAME_MEANINGS } from './name-meanings.ts'

/** Names that mean something only at the top: below, anything has a name, an id, a status. */
const TOP_ONLY: ReadonlySet<string> = new Set([
  ...[
    'id',
    'uid',
    'ip',
    'event',
    'action',
    'code',
    'name',
    'title',
    'status',
    'result',
    'path',
    'source',
    'user',
  ],
  ...[
    'host',
    'file',
    'process',
    'service',
    'description',
    'reason',
    'summary',
    'text',
    'log',
    'category',
    'hash',
  ],
  ...['success', 'system', 'from', 'to', 'subject', 'query', 'region', 'policy', 'level', 'os', 'platform'],
  ...[
    'account',
    'login',
    'mail',
    'application',
    'app',
    'response',
    'details',
    'method',
    'mac',
    'dest',
    'src',
    'dst',
  ],
  ...[
    'destination',
    'provider',
    'product',
    'vendor',
    'serial',
    'threat',
    'signature',
    'command',
    'cmd',
    'guid',
  ],
  ...[
    'uuid',
    'message',
    'msg',
    'company',
    'organization',
    'sid',
    'actor',
    'type',
    'machine',
    'program',
    'direction',
  ],
  ...[
    'displayname',
    'fullname',
    'email',
    'emailaddress',
    'hostname',
    'username',
    'domainname',
    'protocol',
    'url',
  ],
])

const NOTHING: readonly Meaning[] = []
const plain = (part: string): string => part.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** Cached: the same names come with every event. Bounded, because a sender chooses them. */
const MAX_NAMES = 20_000
const cache = new Map<string, readonly Meaning[]>()

/** Parts that only wrap what an event has: below them a name stands as if at the top. */
const WRAPPERS: ReadonlySet<string> = new Set([
  ...[
    'data',
    'event',
    'record',
    'detail',
    'details',
    'payload',
    'body',
    'attributes',
    'properties',
    'auditrecord',
  ],
  ...[
    'result',
    'content',
    'entity',
    'syslog',
    'alert',
    'log',
    'params',
    'extra',
    'info',
    'item',
    'eventdata',
    'audit',
  ],
  ...['message', 'object', 'metadata', 'common', 'root', 'response', 'document', 'jsonpayload', 'fields'],
])

function find(path: string): readonly Meaning[] {
  const whole = path.split('.')
  let skipped = 0
  while (skipped < whole.length - 1 && WRAPPERS.has(plain(whole[skipped] ?? ''))) skipped++
  // `event.id` means more than an id below a wrapper.
  const parts = whole.length - skipped > 1 ? whole.slice(skipped) : whole
  const bare = whole.length - skipped === 1
  const leaf = plain(parts.at(-1) ?? '')
  const parent = plain(parts.at(-2) ?? '')
  if (leaf === '') return NOTHING
  const joined = parent === '' ? undefined : NAME_MEANINGS.get(parent + leaf)
  if (joined) return joined
  const alone = NAME_MEANINGS.get(leaf)
  return alone && (bare || !TOP_ONLY.has(leaf)) ? alone : NOTHING
}

/** What a field's name says its value is, whoever wrote the log. @param path parts joined by dots */
export function meaningsOf(path: string): readonly Meaning[] {
  const known = cache.get(path)
  if (known !== undefined) return known
  const found = path.length > 128 ? NOTHING : find(path)
  if (cache.size < MAX_NAMES) cache.set(path, found)
  return found
}
