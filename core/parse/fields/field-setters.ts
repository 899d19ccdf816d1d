import type { Fields, Scalar } from '../../event/event.ts'
import { baseName } from '../text/base-name.ts'
import { isIp } from '../text/is-ip.ts'

/** Writes one value of an event's data under its ECS names; what a shipper normalised already stays. */
export type FieldSetter = (fields: Fields, value: Scalar) => void

/** By name in `EventData`. */
export type FieldMap = Readonly<Record<string, FieldSetter>>

/** Windows writes `-` for nothing. */
const isBlank = (value: Scalar): boolean => value === '' || value === '-'

export const text =
  (field: string): FieldSetter =>
  (fields, value) => {
    if (!isBlank(value)) fields[field] ??= typeof value === 'string' ? value : String(value)
  }

export const lowerText =
  (field: string): FieldSetter =>
  (fields, value) => {
    if (!isBlank(value)) fields[field] ??= String(value).toLowerCase()
  }

/** Decimal or `0x` hexadecimal. */
export const number =
  (field: string): FieldSetter =>
  (fields, value) => {
    if (isBlank(value)) return
    const parsed = Number(value)
    if (Number.isFinite(parsed)) fields[field] ??= parsed
  }

export const address = (side: 'source' | 'destination'): FieldSetter => {
  const [whole, ip, domain] = [`${side}.address`, `${side}.ip`, `${side}.domain`]
  return (fields, value) => {
    if (isBlank(value)) return
    const text = String(value)
    const bare = text.startsWith('::ffff:') && text.includes('.') ? text.slice(7) : text
    fields[whole] ??= bare
    if (isIp(bare)) fields[ip] ??= bare
    else fields[domain] ??= bare
  }
}

/** A program's path: `X.executable` and `X.name`. */
export const executable = (prefix: string): FieldSetter => {
  const [executable, name] = [`${prefix}.executable`, `${prefix}.name`]
  return (fields, value) => {
    if (isBlank(value)) return
    const path = String(value)
    fields[executable] ??= path
    fields[name] ??= baseName(path)
  }
}

/** A file's path: `X.path`, `X.name`, `X.directory`, `X.extension`. */
export const filePath = (prefix: string): FieldSetter => {
  const [whole, base, directory, extension] = [
    `${prefix}.path`,
    `${prefix}.name`,
    `${prefix}.directory`,
    `${prefix}.extension`,
  ]
  return (fields, value) => {
    if (isBlank(value)) return
    const path = String(value)
    const name = baseName(path)
    fields[whole] ??= path
    fields[base] ??= name
    if (path.length > name.length) fields[directory] ??= path.slice(0, path.length - name.length - 1)
    const dot = name.lastIndexOf('.')
    if (dot > 0 && name.length - dot <= 16) fields[extension] ??= name.slice(dot + 1)
  }
}

/** `DOMAIN\name`, or the name alone. */
export const account = (prefix: string): FieldSetter => {
  const [domain, name] = [`${prefix}.domain`, `${prefix}.name`]
  return (fields, value) => {
    if (isBlank(value)) return
    const whole = String(value)
    const slash = whole.indexOf('\\')
    if (slash > 0) fields[domain] ??= whole.slice(0, slash)
    fields[name] ??= whole.slice(slash + 1)
  }
}

const ZEROS = /^0*$/

/** Those of ECS. */
const HASHES = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'ssdeep', 'tlsh', 'cdhash']

/** `SHA1=..,MD5=..,SHA256=..,IMPHASH=..`; zeros are Sysmon's word for none. */
export const hashes = (prefix: string): FieldSetter => {
  const fieldOf = new Map(HASHES.map((kind) => [kind, `${prefix}.hash.${kind}`]))
  fieldOf.set('imphash', `${prefix}.pe.imphash`)
  return (fields, value) => {
    for (const part of String(value).split(',', 8)) {
      const equals = part.indexOf('=')
      if (equals < 1) continue
      const field = fieldOf.get(part.slice(0, equals).trim().toLowerCase())
      const hash = part.slice(equals + 1).toLowerCase()
      if (field !== undefined && !ZEROS.test(hash)) fields[field] ??= hash
    }
  }
}
