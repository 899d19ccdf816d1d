import type { Fields, FieldValue } from '../../event/event.ts'
import { printTime } from '../../event/print-time.ts'
import { notice } from '../../event/problem.ts'
import { setCheckPointFields } from '../cef/check-point.ts'
import { EXTENSION_FIELDS, LABELLED_FIELDS } from '../cef/extension-fields.ts'
import { EXTENSION_NAMES, type ExtensionKind } from '../cef/extension-names.ts'
import { setPaloAltoFields } from '../cef/palo-alto.ts'
import { parseCefTime } from '../cef/parse-cef-time.ts'
import { type CefRecord, readCef } from '../cef/read-cef.ts'
import { setSonicwallFields } from '../cef/sonicwall.ts'
import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { formatMac } from '../text/format-mac.ts'
import { isIp } from '../text/is-ip.ts'

const PREFIX = 'cef.extensions.'
/** A longer name is a sentence, not what was done. */
const MAX_ACTION = 60

/** @returns undefined where a value is not of its kind: it stays as it was written */
function typed(value: string, kind: ExtensionKind, context: ParseContext): FieldValue | undefined {
  switch (kind) {
    case 'text':
      return value
    case 'integer':
      return /^-?\d{1,15}$/.test(value) ? Number(value) : undefined
    case 'decimal':
      return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value) ? Number(value) : undefined
    case 'ip':
      return isIp(value) ? value : undefined
    case 'mac':
      return formatMac(value)
    case 'time': {
      const time = parseCefTime(value, context)
      return time === undefined || time < 0n ? undefined : printTime(time)
    }
  }
}

/** Writes `cef.extensions.*`; what is no address where one belongs may still be a host's name. */
function setExtensions(fields: Fields, record: CefRecord, context: ParseContext): void {
  if (record.isCut) notice(fields, 'fields_cut')
  for (const [key, value] of record.extensions) {
    const lower = key.toLowerCase()
    const known = EXTENSION_NAMES.get(lower)
    const name = FULL_NAMES.get(lower) ?? PREFIX + key
    fields[name] ??= known ? (typed(value, known.kind, context) ?? value) : value
  }
}

/** Elastic's numbers for the words that version 0.1 of the format allows. */
const SEVERITIES: ReadonlyMap<string, number> = new Map(
  Object.entries({ low: 0, medium: 4, high: 7, 'very-high': 9 }),
)

function severityOf(severity: string): number | undefined {
  if (/^\d{1,2}$/.test(severity)) return Number(severity)
  return SEVERITIES.get(severity.toLowerCase())
}

const HEADER = [
  ['vendor', ['cef.device.vendor', 'observer.vendor']],
  ['product', ['cef.device.product', 'observer.product']],
  ['deviceVersion', ['cef.device.version', 'observer.version']],
  ['classId', ['cef.device.event_class_id', 'event.code']],
  ['name', ['cef.name']],
  ['severity', ['cef.severity']],
] as const

function setHeader(fields: Fields, record: CefRecord): void {
  fields['event.dataset'] = 'cef.log'
  fields['cef.version'] = record.version
  for (const [part, names] of HEADER) {
    const value = record[part]
    if (value !== '') for (const name of names) fields[name] = value
  }
  const severity = severityOf(record.severity)
  if (severity !== undefined) fields['event.severity'] = severity
}

/** Names are put together once: for each line it would cost more than all else. */
const ECS = EXTENSION_FIELDS.map(([name, set]) => [PREFIX + name, name, set] as const)
const FULL_NAMES = new Map([...EXTENSION_NAMES].map(([key, { full }]) => [key, PREFIX + full]))

const NUMERIC: ReadonlySet<string> = new Set(
  [...EXTENSION_NAMES.values()].filter(({ kind }) => kind === 'integer').map(({ full }) => full),
)
const LABEL = /^(?:deviceCustom|flex)[A-Za-z0-9]+Label$/

/** `deviceCustomString1` is what `deviceCustomString1Label` calls it. */
function setLabelled(fields: Fields): void {
  for (const name in fields) {
    if (!name.startsWith(PREFIX) || !name.endsWith('Label')) continue
    if (!LABEL.test(name.slice(PREFIX.length))) continue
    const value = fields[name.slice(0, -5)]
    const label = String(fields[name]).toLowerCase()
    if (value === undefined || label.length > 64) continue
    LABELLED_FIELDS.get(label.replaceAll(/[^a-z0-9]/g, ''))?.(fields, value)
  }
}

function setEcs(fields: Fields): void {
  for (const [field, name, set] of ECS) {
    const value = fields[field]
    if (value === undefined || value === '-' || (NUMERIC.has(name) && typeof value !== 'number')) continue
    set(fields, value)
  }
  setUser(fields, 'source.user.name', 'source.user.domain', 'source.user.id')
  setUser(fields, 'destination.user.name', 'destination.user.domain', 'destination.user.id')
}

/** Who acted, else who was acted upon. */
function setUser(fields: Fields, name: string, domain: string, id: string): void {
  const who = fields[name]
  if (who === undefined || (fields['user.name'] ?? who) !== who) return
  fields['user.name'] = who
  const of = fields[domain]
  const is = fields[id]
  if (of !== undefined) fields['user.domain'] ??= of
  if (is !== undefined) fields['user.id'] ??= is
}

/** Where `CEF:` stands: F5 writes a word before it, some write it twice. */
const STARTS: readonly (readonly [prefix: string, at: number])[] = [
  ['CEF:CEF:', 4],
  ['CEF:', 0],
  ['ASM:CEF:', 4],
]

function read(text: string, program: string | undefined): CefRecord | undefined {
  for (const [prefix, at] of STARTS) if (text.startsWith(prefix)) return readCef(text, at)
  // `CEF: 0|...` in syslog: the envelope took the first word for a tag, sometimes on its way to us.
  return program === 'cef' || /^[01]\|/.test(text) ? readCef(`CEF:${text}`, 0) : undefined
}

function parse({ text, program }: Line, context: ParseContext): Parsed | undefined {
  const record = read(text, program)
  if (!record) return undefined
  const fields = createFields()
  setHeader(fields, record)
  setExtensions(fields, record, context)
  setEcs(fields)
  setLabelled(fields)
  if (record.vendor === 'Check Point') setCheckPointFields(fields, record.extensions)
  if (record.vendor === 'SonicWall') setSonicwallFields(fields, record.extensions)
  if (record.vendor === 'Palo Alto Networks') setPaloAltoFields(fields, record.extensions)
  if (record.classId !== '') fields['rule.id'] ??= record.classId
  if (record.name !== '') {
    fields.message ??= record.name
    if (record.name.length <= MAX_ACTION) fields['event.action'] ??= record.name
  }
  const when = ['rt', 'deviceReceiptTime', 'start', 'startTime', 'end', 'endTime']
    .map((key) => record.extensions.get(key))
    .find((value) => value !== undefined)
  return { time: when === undefined ? undefined : parseCefTime(when, context), fields }
}

export const parser: Parser = {
  name: 'cef',
  reads:
    "ArcSight's Common Event Format of any product: dictionary, custom fields by their labels, vendors' own keys",
  version: 1,
  clues: [{ prefix: 'CEF:' }, { prefix: 'ASM:CEF:' }, { prefix: '0|' }, { prefix: '1|' }, { program: 'cef' }],
  parse,
  samples: [
    'CEF:0|Example|Gatekeeper|2.1|100|Login refused|7|rt=1773144000125 src=10.0.0.7 spt=51826 dst=192.0.2.10 dpt=443 suser=EXAMPLE\\\\anna act=blocked proto=TCP cs1=Block night logins cs1Label=Rule Name msg=no log\\=in at night',
    'CEF:0|Example|Mail\\|Guard|9|500|Attachment removed|High|start=Mar 10 2026 12:00:00 UTC fname=offer.docm fileHash=d41d8cd98f00b204e9800998ecf8427e shost=mx01.example.org duser=bob@example.org',
  ],
}
