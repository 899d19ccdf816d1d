import type { Fields, Scalar } from '../../event/event.ts'
import type { FieldSetter } from '../fields/field-setters.ts'
import { baseName } from '../text/base-name.ts'
import { formatMac } from '../text/format-mac.ts'
import { hashKind } from '../text/hash-kind.ts'
import { isIp } from '../text/is-ip.ts'
import { transportName } from '../text/transport.ts'
import { setUrl } from '../web/set-url.ts'

/** What logs write where there is nothing to say. */
const BLANK: ReadonlySet<string> = new Set([
  '',
  '-',
  'n/a',
  'na',
  'null',
  'none',
  'unknown',
  'undefined',
  '(null)',
  '(none)',
])
const isBlank = (value: Scalar): boolean => typeof value === 'string' && BLANK.has(value.trim().toLowerCase())

/** A setter that writes nothing for the words that mean nothing. */
const filled =
  (set: (fields: Fields, text: string) => void): FieldSetter =>
  (fields, value) => {
    if (!isBlank(value)) set(fields, String(value).trim())
  }

export const words = (...names: readonly string[]): FieldSetter =>
  filled((fields, value) => {
    for (const name of names) fields[name] ??= value
  })

export const lower = (name: string): FieldSetter =>
  filled((fields, value) => {
    fields[name] ??= value.toLowerCase()
  })

/** A whole number within bounds; anything else is another thing of the same name. */
export const count =
  (name: string, most = Number.MAX_SAFE_INTEGER): FieldSetter =>
  (fields, value) => {
    const number = typeof value === 'boolean' || isBlank(value) ? Number.NaN : Number(value)
    if (Number.isInteger(number) && number >= 0 && number <= most) fields[name] ??= number
  }

export const port = (...sides: readonly string[]): FieldSetter => {
  const setters = sides.map((side) => count(`${side}.port`, 65_535))
  return (fields, value) => {
    for (const set of setters) set(fields, value)
  }
}

/** `10.0.0.7`, `10.0.0.7:443`, `[2001:db8::1]:443`, the first of several. */
function readAddress(text: string): { ip: string; port?: number } | undefined {
  const [first = ''] = text.split(',', 1)
  const bare = first.trim().replace(/^\[|^::ffff:(?=\d{1,3}\.)/g, '')
  if (isIp(bare)) return { ip: bare }
  const colon = bare.lastIndexOf(':')
  const host = colon < 0 ? bare : bare.slice(0, colon).replace(/\]$/, '')
  const tail = colon < 0 ? '' : bare.slice(colon + 1)
  if (isIp(host) && /^\d{1,5}$/.test(tail)) return { ip: host, port: Number(tail) }
  return isIp(bare.replace(/\]$/, '')) ? { ip: bare.replace(/\]$/, '') } : undefined
}

/** Addresses of an end of a connection; `client` also says who asked. */
export const address = (...sides: readonly string[]): FieldSetter =>
  filled((fields, value) => {
    const read = value.length > 128 ? undefined : readAddress(value)
    for (const side of sides) {
      if (!read) continue
      fields[`${side}.ip`] ??= read.ip
      fields[`${side}.address`] ??= read.ip
      if (read.port !== undefined) fields[`${side}.port`] ??= read.port
    }
  })

const HOST = /^[\w.-]{1,253}$/
/** An end of a connection that may be written as a name. */
export const peer = (...sides: readonly string[]): FieldSetter => {
  const setAddress = address(...sides)
  return filled((fields, value) => {
    setAddress(fields, value)
    if (isIp(value) || !HOST.test(value) || !/[a-zA-Z]/.test(value)) return
    for (const side of sides) {
      fields[`${side}.domain`] ??= value
      fields[`${side}.address`] ??= value
    }
  })
}

export const mac = (name: string): FieldSetter =>
  filled((fields, value) => {
    const read = formatMac(value)
    if (read !== undefined) fields[name] ??= read
  })

export const ipList = (name: string): FieldSetter =>
  filled((fields, value) => {
    if (isIp(value)) fields[name] ??= [value]
  })

const EMAIL = /^[^\s@]{1,128}@[^\s@]{1,253}$/

/** `DOMAIN\name`, `name`, a mail address. */
export const user = (prefix: string): FieldSetter =>
  filled((fields, value) => {
    if (value.length > 320) return
    if (EMAIL.test(value)) fields[`${prefix}.email`] ??= value
    const slash = value.indexOf('\\')
    if (slash > 0 && slash < value.length - 1) {
      fields[`${prefix}.domain`] ??= value.slice(0, slash)
      fields[`${prefix}.name`] ??= value.slice(slash + 1).replace(/^\\/, '')
    } else fields[`${prefix}.name`] ??= value
  })

export const email = (prefix: string): FieldSetter =>
  filled((fields, value) => {
    if (!EMAIL.test(value)) return
    fields[`${prefix}.email`] ??= value
    fields[`${prefix}.name`] ??= value
  })

export const mailbox = (name: string): FieldSetter =>
  filled((fields, value) => {
    if (value.includes('@')) fields[name] ??= [value.replace(/^.*<([^>]*)>\s*$/, '$1')]
  })

/** Mails carry ids of their own form, other messages any. */
export const messageId: FieldSetter = filled((fields, value) => {
  if (value.includes('@')) fields['email.message_id'] ??= value.replace(/^<(.*)>$/, '$1')
})

export const url: FieldSetter = filled((fields, value) => {
  const relative = value.startsWith('/')
  if (fields['url.original'] !== undefined || !(relative || /^[a-z][a-z\d+.-]{1,15}:\/\//i.test(value)))
    return
  setUrl(fields, value)
  if (!relative) fields['url.full'] ??= value
})

const METHODS: ReadonlySet<string> = new Set([
  ...['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'CONNECT', 'TRACE', 'PROPFIND'],
])
export const method: FieldSetter = filled((fields, value) => {
  if (METHODS.has(value.toUpperCase())) fields['http.request.method'] ??= value
})

export const httpStatus: FieldSetter = (fields, value) => {
  const code = Number(value)
  if (Number.isInteger(code) && code >= 100 && code <= 599) fields['http.response.status_code'] ??= code
}

export const transport: FieldSetter = filled((fields, value) => {
  const word = value.toLowerCase()
  const name =
    transportName(word) ??
    (/^(?:tcp|udp|icmp|icmpv6|ipv6-icmp|sctp|gre|esp|ah|igmp)$/.test(word) ? word : undefined)
  if (name !== undefined) {
    fields['network.transport'] ??= name
    if (name !== word) fields['network.iana_number'] ??= word
  } else if (/^[a-z][a-z\d._/-]{1,19}$/.test(word)) fields['network.protocol'] ??= word
})

const DIRECTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    in: 'inbound',
    inbound: 'inbound',
    incoming: 'inbound',
    ingress: 'inbound',
    out: 'outbound',
    outbound: 'outbound',
    outgoing: 'outbound',
    egress: 'outbound',
    internal: 'internal',
    external: 'external',
  }),
)
export const direction: FieldSetter = filled((fields, value) => {
  const known = DIRECTIONS.get(value.toLowerCase())
  if (known !== undefined) fields['network.direction'] ??= known
})

const SUCCESS =
  /^(?:success|succeeded|successful|ok|passed|pass|allow|allowed|accept|accepted|permit|permitted|granted|completed|true|done)$/
const FAILURE =
  /^(?:failure|fail|failed|error|unsuccessful|deny|denied|block|blocked|reject|rejected|refused|unauthorized|forbidden|invalid|false|drop|dropped)$/

function outcomeOf(word: string): 'success' | 'failure' | undefined {
  const bare = word.toLowerCase()
  return SUCCESS.test(bare) ? 'success' : FAILURE.test(bare) ? 'failure' : undefined
}

export const outcome: FieldSetter = (fields, value) => {
  const known = outcomeOf(String(value))
  if (known !== undefined) fields['event.outcome'] ??= known
}

/** Words for how grave something is, on the scale of Elastic's detections. */
const GRAVITY: ReadonlyMap<string, number> = new Map(
  Object.entries({
    informational: 0,
    info: 0,
    low: 21,
    minor: 21,
    medium: 47,
    moderate: 47,
    high: 73,
    major: 73,
    critical: 99,
    severe: 99,
  }),
)
export const severity: FieldSetter = (fields, value) => {
  if (isBlank(value) || typeof value === 'boolean') return
  const number = Number(value)
  if (Number.isFinite(number) && number >= 0 && number <= 100) fields['event.severity'] ??= number
  else if (typeof value === 'string') {
    const known = GRAVITY.get(value.toLowerCase())
    if (known !== undefined) fields['event.severity'] ??= known
    fields['log.level'] ??= value.toLowerCase()
  }
}

export const level: FieldSetter = filled((fields, value) => {
  if (/^[a-z]{3,15}$/i.test(value)) fields['log.level'] ??= value.toLowerCase()
})

export const filePath =
  (prefix: string): FieldSetter =>
  (fields, value) => {
    if (isBlank(value)) return
    const path = String(value)
    const name = baseName(path)
    if (name !== path) fields[`${prefix}.path`] ??= path
    if (name !== '') fields[`${prefix}.name`] ??= name
  }

export const program =
  (prefix: string): FieldSetter =>
  (fields, value) => {
    if (isBlank(value)) return
    const path = String(value)
    const name = baseName(path)
    if (name !== path) fields[`${prefix}.executable`] ??= path
    if (name !== '') fields[`${prefix}.name`] ??= name
  }

export const hash = (prefix: string, kind?: string): FieldSetter =>
  filled((fields, value) => {
    const real = hashKind(value)
    if (real !== undefined && (kind === undefined || kind === real))
      fields[`${prefix}.hash.${real}`] ??= value
  })

/** Unique ids are long; a short number beside an event is its kind. */
export const eventId: FieldSetter = filled((fields, value) => {
  if (/^\d{1,6}$/.test(value)) fields['event.code'] ??= value
  else if (value.length <= 256) fields['event.id'] ??= value
})

const MAX_ACTION = 120
export const action: FieldSetter = filled((fields, value) => {
  if (value.length <= MAX_ACTION && !/^\d+$/.test(value)) fields['event.action'] ??= value
})

const TECHNIQUE = /^T\d{4}(?:\.\d{3})?$/
export const technique: FieldSetter = filled((fields, value) => {
  if (TECHNIQUE.test(value)) fields['threat.technique.id'] ??= [value.slice(0, 5)]
})
