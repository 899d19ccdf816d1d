import type { Fields } from '../../event/event.ts'
import { setKubernetes } from '../containers/set-kubernetes.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson, isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

const TEXTS = ['log', 'message', 'MESSAGE', 'msg']
const TIMES = ['time', '@timestamp', 'timestamp', 'date']
/** Read here; all else stays under its own name. */
const READ = new Set([...TEXTS, ...TIMES, 'stream', 'kubernetes', 'docker', 'attrs'])

function firstText(json: JsonObject): string | undefined {
  for (const name of TEXTS) {
    const value = json[name]
    if (typeof value === 'string') return value
  }
  return undefined
}

function timeOf(json: JsonObject, context: ParseContext): bigint | undefined {
  for (const name of TIMES) {
    const time = parseAnyTime(json[name], context)
    if (time !== undefined) return time
  }
  return undefined
}

/** Docker's fluentd driver names the container beside the line, with a slash before the name. */
function setContainer(fields: Fields, json: JsonObject): void {
  const { docker, attrs } = json
  const id = isObject(docker) ? docker.container_id : json.container_id
  const name = json.container_name
  if (typeof id === 'string' && id !== '') fields['container.id'] = id
  if (typeof name === 'string' && name !== '') fields['container.name'] ??= name.replace(/^\//, '')
  if (isObject(attrs)) flattenJson(fields, 'container.labels', attrs)
}

/** A line of a container's output as docker writes it and collectors of clusters wrap it. */
function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  const text = firstText(json)
  if (text === undefined) return undefined
  const fields = createFields()
  const { stream, kubernetes } = json
  const rest: JsonObject = {}
  for (const name in json) if (!READ.has(name)) rest[name] = json[name]
  flattenJson(fields, '', rest)
  fields['event.dataset'] ??= isObject(kubernetes) ? 'kubernetes.container_logs' : 'docker.container_logs'
  if (typeof stream === 'string') fields.stream = stream
  if (isObject(kubernetes)) setKubernetes(fields, kubernetes)
  setContainer(fields, json)
  return { time: timeOf(json, context), fields, payload: { text: text.trimEnd() } }
}

/** An envelope: the line itself goes to whoever knows its text. */
export const parser: Parser = {
  name: 'container-json',
  reads:
    "docker's json-file and fluentd drivers; lines with `kubernetes` metadata of Fluent Bit, Fluentd, Vector",
  version: 1,
  clues: [
    ...['log', 'message', 'MESSAGE', 'msg'].map((name) => ({ json: ['kubernetes', name] })),
    ...['log', 'message'].map((name) => ({ json: ['stream', name] })),
    { json: ['container_id', 'log'] },
  ],
  rank: 4,
  parse,
  samples: [
    '{"log":"worker 3 started\\n","stream":"stderr","time":"2026-03-10T12:00:00.123456789Z"}',
    '{"log":"queue drained","stream":"stdout","time":"2026-03-10T12:00:00Z","kubernetes":{"pod_name":"api-7","namespace_name":"shop","host":"node1","container_name":"api","labels":{"app":"api"}}}',
    '{"container_id":"3f4e0000","container_name":"/web","source":"stdout","log":"ready to serve"}',
  ],
}
