import type { Fields, FieldValue } from '../../event/event.ts'
import type { FieldMap } from '../fields/field-setters.ts'
import { lowerText, number, text } from '../fields/field-setters.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { addToList, createProductReader } from '../saas/create-product-reader.ts'
import { all, instant, mac, onlyIp, protocol } from '../saas/value-setters.ts'

const OWN = 'ocsf'

/** An object of the schema stands at many places. */
const processAt = (from: string, to: string): FieldMap => ({
  [`${from}.name`]: text(`${to}.name`),
  [`${from}.pid`]: number(`${to}.pid`),
  [`${from}.uid`]: text(`${to}.entity_id`),
  [`${from}.cmd_line`]: text(`${to}.command_line`),
  [`${from}.created_time`]: instant(`${to}.start`),
})

const userAt = (from: string, to: string): FieldMap => ({
  [`${from}.uid`]: text(`${to}.id`),
  [`${from}.name`]: text(`${to}.name`),
  [`${from}.domain`]: text(`${to}.domain`),
  [`${from}.email_addr`]: text(`${to}.email`),
  [`${from}.full_name`]: text(`${to}.full_name`),
})

const fileAt = (from: string): FieldMap => ({
  [`${from}.name`]: text('file.name'),
  [`${from}.path`]: text('file.path'),
  [`${from}.size`]: number('file.size'),
})

const endAt = (from: string, side: 'source' | 'destination'): FieldMap => ({
  [`${from}.ip`]: all(onlyIp(`${side}.ip`), text(`${side}.address`)),
  [`${from}.hostname`]: all(text(`${side}.domain`), text(`${side}.address`)),
  [`${from}.port`]: number(`${side}.port`),
  [`${from}.mac`]: mac(`${side}.mac`),
})

const webAt = (from: string): FieldMap => ({
  [`${from}.uid`]: text('http.request.id'),
  [`${from}.http_method`]: text('http.request.method'),
  [`${from}.version`]: text('http.version'),
  [`${from}.user_agent`]: text('user_agent.original'),
  [`${from}.referrer`]: text('http.request.referrer'),
  [`${from}.url.url_string`]: text('url.original'),
  [`${from}.url.hostname`]: text('url.domain'),
  [`${from}.url.path`]: text('url.path'),
  [`${from}.url.port`]: number('url.port'),
  [`${from}.url.query_string`]: text('url.query'),
  [`${from}.url.scheme`]: text('url.scheme'),
})

const read = createProductReader({
  prefix: OWN,
  dataset: 'ocsf.event',
  constants: {},
  times: ['time', 'time_dt', 'metadata.original_time', 'metadata.logged_time'],
  map: {
    class_uid: text('event.code'),
    message: all(text('message'), text('event.reason')),
    'finding.title': all(text('event.reason'), text('rule.name')),
    'finding.uid': text('event.id'),
    'finding_info.title': all(text('event.reason'), text('rule.name')),
    'finding_info.uid': text('event.id'),
    'metadata.uid': text('event.id'),
    'metadata.log_provider': text('event.provider'),
    'metadata.product.vendor_name': all(text('observer.vendor'), text('event.provider')),
    'metadata.product.name': text('observer.product'),
    activity_name: (fields, value) => {
      fields['event.action'] = String(value).toLowerCase().replaceAll(' ', '-')
    },
    severity_id: number('event.severity'),
    severity: lowerText('log.level'),
    start_time: instant('event.start'),
    start_time_dt: instant('event.start'),
    end_time: instant('event.end'),
    end_time_dt: instant('event.end'),
    duration: (fields, value) => {
      if (Number(value) > 0) fields['event.duration'] = Number(value) * 1_000_000
    },
    'cloud.provider': text('cloud.provider'),
    'cloud.region': text('cloud.region'),
    'cloud.account.uid': text('cloud.account.id'),
    'cloud.account_uid': text('cloud.account.id'),
    'device.name': text('host.name'),
    'device.hostname': all(text('host.hostname'), text('host.name')),
    'device.uid': text('host.id'),
    'device.os.name': text('host.os.name'),
    ...endAt('src_endpoint', 'source'),
    ...endAt('dst_endpoint', 'destination'),
    'connection_info.direction': lowerText('network.direction'),
    'connection_info.protocol_num': protocol,
    'connection_info.protocol_name': lowerText('network.transport'),
    'connection_info.protocol_ver': lowerText('network.type'),
    'traffic.bytes': number('network.bytes'),
    'traffic.packets': number('network.packets'),
    'traffic.bytes_out': number('source.bytes'),
    'traffic.bytes_in': number('destination.bytes'),
    ...processAt('process', 'process'),
    ...processAt('actor.process', 'process'),
    ...processAt('process.parent_process', 'process.parent'),
    'process.parent_process.file.path': text('process.parent.executable'),
    ...processAt('actor.process.parent_process', 'process.parent'),
    'actor.process.parent_process.file.path': text('process.parent.executable'),
    ...userAt('actor.user', 'user'),
    ...userAt('user', 'user.target'),
    'group.uid': text('group.id'),
    'group.name': text('group.name'),
    ...fileAt('file'),
    ...fileAt('process.file'),
    ...fileAt('actor.process.file'),
    ...fileAt('driver.file'),
    'process.file.path': all(text('file.path'), text('process.executable')),
    'actor.process.file.path': all(text('file.path'), text('process.executable')),
    ...webAt('http_request'),
    'http_response.code': number('http.response.status_code'),
    'query.hostname': text('dns.question.name'),
    'query.type': text('dns.question.type'),
    'query.class': text('dns.question.class'),
    rcode: text('dns.response_code'),
    'api.operation': text('event.action'),
    'api.response.error': text('error.code'),
    'api.service.name': text('service.name'),
    'email.subject': text('email.subject'),
    'email.message_uid': text('email.message_id'),
    'rule.uid': text('rule.id'),
    'rule.name': text('rule.name'),
  },
  lists: {
    'device.ip': 'host.ip',
    'attacks.tactics.uid': 'threat.tactic.id',
    'attacks.tactics.name': 'threat.tactic.name',
    'attacks.tactic.uid': 'threat.tactic.id',
    'attacks.tactic.name': 'threat.tactic.name',
    'attacks.technique.uid': 'threat.technique.id',
    'attacks.technique.name': 'threat.technique.name',
    'email.from': 'email.from.address',
    'email.to': 'email.to.address',
    'vulnerabilities.cve.uid': 'vulnerability.id',
  },
  finish,
})

/** Kinds of hashes; the number of their algorithm is what every writer agrees on. */
const HASHES: Readonly<Record<string, string>> = { 1: 'md5', 2: 'sha1', 3: 'sha256', 4: 'sha512' }

function finish(fields: Fields): void {
  const own = (name: string): FieldValue | undefined => fields[`${OWN}.${name}`]
  const status = own('status_id') ?? own('status')
  if (status === 1 || printScalar(own('status')).toLowerCase() === 'success')
    fields['event.outcome'] = 'success'
  else if (status === 2 || /^(?:fail|0xc)/i.test(printScalar(own('status'))))
    fields['event.outcome'] = 'failure'
  const activity = own('activity_id')
  if (own('class_uid') === 4001 && activity === 5) fields['event.type'] = ['info', 'denied']
  const [ids, values] = [own('file.hashes.algorithm_id'), own('file.hashes.value')]
  if (Array.isArray(ids) && Array.isArray(values)) {
    ids.slice(0, 10).forEach((id, i) => {
      const kind = HASHES[printScalar(id)]
      const value = values[i]
      if (kind !== undefined && value !== undefined) fields[`file.hash.${kind}`] ??= String(value)
    })
  }
  const answers = own('answers.rdata')
  if (Array.isArray(answers)) {
    for (const answer of answers.slice(0, 50)) addToList(fields, 'dns.answers.data', printScalar(answer))
  }
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  return json !== undefined && Number.isInteger(json.class_uid) ? read(json, context) : undefined
}

export const parser: Parser = {
  name: 'ocsf',
  reads: 'Open Cybersecurity Schema Framework: what Amazon Security Lake and others keep',
  version: 1,
  clues: [{ json: ['class_uid', 'category_uid'] }, { json: ['class_uid', 'metadata'] }],
  parse,
  samples: [
    '{"class_uid":3002,"category_uid":3,"activity_id":1,"activity_name":"Logon","severity_id":1,"status":"Failure","status_id":2,"time":1773144000125,"metadata":{"version":"1.1.0","product":{"name":"Directory","vendor_name":"Example"}},"user":{"name":"anna","uid":"u7"},"src_endpoint":{"ip":"192.0.2.7","port":51234},"device":{"hostname":"dc01"}}',
    '{"class_uid":4001,"category_uid":4,"activity_id":6,"activity_name":"Traffic","severity_id":1,"time":1773144000125,"metadata":{"version":"1.1.0"},"src_endpoint":{"ip":"10.0.0.7","port":51234},"dst_endpoint":{"ip":"198.51.100.9","port":443},"connection_info":{"protocol_num":6,"direction":"Outbound"},"traffic":{"bytes":2048,"packets":7}}',
  ],
}
