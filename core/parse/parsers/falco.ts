import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { fullName, setFalcoFields } from '../falco/falco-fields.ts'
import { readOutputPairs } from '../falco/read-output.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

/** Elastic's numbers for Falco's priorities. */
const SEVERITIES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    emergency: 99,
    alert: 99,
    critical: 99,
    error: 73,
    warning: 47,
    notice: 47,
    informational: 21,
    debug: 21,
  }),
)

const TECHNIQUE = /^T\d{4}(?:\.\d{3})?$/
const TACTIC = 'mitre_'

function setPriority(fields: Fields, priority: string): void {
  const level = priority.toLowerCase()
  fields['log.level'] = level
  const severity = SEVERITIES.get(level)
  if (severity !== undefined) fields['event.severity'] = severity
}

/** Rules carry technique ids and tactics as tags: `T1059.004`, `mitre_execution`. */
function setAttack(fields: Fields): void {
  const tags = fields['falco.tags']
  if (!Array.isArray(tags)) return
  const ids = tags.map(String).filter((tag) => TECHNIQUE.test(tag))
  if (ids.length > 0) fields['threat.technique.id'] = [...new Set(ids.map((id) => id.slice(0, 5)))]
  const parts = ids.filter((id) => id.length > 5)
  if (parts.length > 0) fields['threat.technique.subtechnique.id'] = parts
  const tactics = tags.map(String).filter((tag) => tag.startsWith(TACTIC))
  if (tactics.length > 0)
    fields['threat.tactic.name'] = tactics.map((tag) => tag.slice(TACTIC.length).replaceAll('_', ' '))
}

function start(): Fields {
  const fields = createFields()
  fields['event.module'] = 'falco'
  fields['event.dataset'] = 'falco.alerts'
  fields['observer.vendor'] = 'sysdig'
  fields['observer.product'] = 'falco'
  fields['observer.type'] = 'sensor'
  return fields
}

function readJson(json: JsonObject, context: ParseContext): Parsed | undefined {
  const { rule, priority, hostname, source, output, time } = json
  if (typeof rule !== 'string' || typeof priority !== 'string') return undefined
  if (!('output_fields' in json) && !('output' in json)) return undefined
  const fields = start()
  flattenJson(fields, 'falco', json)
  setPriority(fields, priority)
  if (json.output_fields === undefined && typeof output === 'string') setPairs(fields, output)
  setFalcoFields(fields)
  fields['rule.name'] = rule
  fields.message = rule
  if (typeof source === 'string') fields['event.provider'] = source
  if (typeof hostname === 'string' && hostname !== '') {
    fields['host.name'] = hostname
    fields['observer.hostname'] = hostname
  }
  setAttack(fields)
  // When it happened, if the rule says; `time` is when Falco told of it.
  const when = parseAnyTime(fields['falco.output_fields.evt.time.iso8601'], context)
  return { time: when ?? parseAnyTime(time, context), fields }
}

/** The last parentheses of a text hold its pairs. */
function setPairs(fields: Fields, output: string): number {
  const open = output.endsWith(')') ? output.lastIndexOf(' (') : -1
  if (open < 0) return output.length
  for (const [key, value] of readOutputPairs(output.slice(open + 2, -1)))
    fields[`falco.output_fields.${fullName(key)}`] ??= value
  return open
}

/** `12:00:00.250000000: `, or the date before it. */
const STAMP = /^(?:(\d{4}-\d\d-\d\dT[\d:.]{8,18}[+Z][\d:]{0,5})|\d\d:\d\d:\d\d\.\d{6,9}): /
const PRIORITY = /^(Emergency|Alert|Critical|Error|Warning|Notice|Informational|Debug) /

function readText(text: string, context: ParseContext): Parsed | undefined {
  const stamp = STAMP.exec(text.slice(0, 48))
  const rest = stamp ? text.slice(stamp[0].length) : text
  const priority = PRIORITY.exec(rest.slice(0, 16))?.[1]
  if (priority === undefined) return undefined
  const fields = start()
  setPriority(fields, priority)
  const message = rest.slice(priority.length + 1)
  fields.message = message.slice(0, setPairs(fields, message))
  fields['rule.description'] = fields.message
  fields['falco.priority'] = priority
  setFalcoFields(fields)
  return { time: stamp?.[1] === undefined ? undefined : parseAnyTime(stamp[1], context), fields }
}

function parse({ text, json, program }: Line, context: ParseContext): Parsed | undefined {
  if (json !== undefined) return readJson(json, context)
  // Without the program's name only a line that begins with Falco's time is certain.
  if (program !== 'falco' && text.charCodeAt(2) !== 0x3a && text.charCodeAt(4) !== 0x2d) return undefined
  if (program !== 'falco' && !STAMP.test(text.slice(0, 48))) return undefined
  return readText(text, context)
}

export const parser: Parser = {
  name: 'falco',
  reads: 'Falco alerts as JSON and text, with the ATT&CK techniques of rules',
  version: 1,
  clues: [
    { json: ['output_fields', 'rule'] },
    { json: ['output', 'priority', 'rule'] },
    { program: 'falco' },
    { first: '012', run: 2, next: ':' },
    { first: '012', run: 4, next: '-' },
  ],
  rank: 6,
  parse,
  samples: [
    '{"hostname":"node01","output":"12:00:00.250000000: Warning Sensitive file read (file=/etc/shadow)","priority":"Warning","rule":"Read sensitive file","source":"syscall","tags":["T1555","mitre_credential_access"],"time":"2026-03-10T12:00:00.250000000Z","output_fields":{"fd.name":"/etc/shadow","proc.cmdline":"cat /etc/shadow","proc.name":"cat","proc.pname":"bash","user.name":"root","user.uid":0}}',
    '12:00:00.250000000: Notice A shell was spawned in a container (user=root command=bash -i parent=runc container_id=0123456789ab image=example.org/app)',
  ],
}
