import type { Fields } from '../../event/event.ts'
import { setRequest } from '../aws/set-request.ts'
import { setTls } from '../aws/set-tls.ts'
import { splitColumns } from '../aws/split-columns.ts'
import { numberOf } from '../cloud/number-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setNumber } from '../cloud/set-number.ts'
import { setText } from '../cloud/set-text.ts'
import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const CLIENT = /^[\da-fA-F:.[\]]{3,45}:\d{1,5}$/
const APPLICATION = new Set(['http', 'https', 'h2', 'grpcs', 'ws', 'wss'])

function setTarget(fields: Fields, target: string | undefined): void {
  if (target === undefined || target === '-' || target === '') return
  const colon = target.lastIndexOf(':')
  fields['aws.elb.backend.ip'] = colon > 0 ? target.slice(0, colon) : target
  if (colon > 0) setNumber(fields, 'aws.elb.backend.port', target.slice(colon + 1))
}

/** From the client on, classic and application balancers write the same. */
function setTransaction(fields: Fields, columns: readonly string[]): void {
  const [client, target, ...rest] = columns
  const [, , , status, targetStatus, received, sent, request, agent, cipher, protocol] = rest
  setEnd(fields, 'source', client)
  setTarget(fields, target)
  setRequest(fields, request ?? '')
  const isWeb = fields['http.request.method'] !== undefined
  setNumber(fields, 'http.response.status_code', numberOf(status))
  setNumber(fields, 'aws.elb.backend.http.response.status_code', numberOf(targetStatus))
  setNumber(fields, isWeb ? 'http.request.body.bytes' : 'source.bytes', received)
  setNumber(fields, isWeb ? 'http.response.body.bytes' : 'destination.bytes', sent)
  if (isWeb && agent !== undefined) fields['user_agent.original'] = agent
  setTls(fields, cipher, protocol)
  fields['event.category'] = [isWeb ? 'web' : 'network']
  const code = numberOf(status)
  if (code !== undefined) fields['event.outcome'] = code < 400 ? 'success' : 'failure'
}

function setApplication(fields: Fields, columns: readonly string[]): void {
  setText(fields, 'aws.elb.type', columns[0])
  setText(fields, 'aws.elb.name', columns[2])
  setTransaction(fields, columns.slice(3))
  const [group, trace, domain, certificate, priority, created, actions, redirect, error] = columns.slice(16)
  setText(fields, 'aws.elb.target_group.arn', group)
  setText(fields, 'trace.id', trace)
  setText(fields, 'destination.domain', domain)
  setText(fields, 'aws.elb.chosen_cert.arn', certificate)
  setText(fields, 'aws.elb.matched_rule_priority', priority)
  setText(fields, 'event.start', created)
  setText(fields, 'aws.elb.redirect_url', redirect)
  setText(fields, 'aws.elb.error.reason', error)
  if (actions !== undefined && actions !== '-') fields['aws.elb.action_executed'] = actions.split(',', 20)
  setText(fields, 'aws.elb.classification', columns[27])
}

/** `tls 2.0 TIME net/NAME/ID LISTENER CLIENT TARGET CONNECTION HANDSHAKE RECEIVED SENT ALERT CERT .. CIPHER PROTOCOL .. DOMAIN ..` */
function setNetwork(fields: Fields, columns: readonly string[]): void {
  setText(fields, 'aws.elb.type', 'tls')
  setText(fields, 'aws.elb.name', columns[3])
  setText(fields, 'aws.elb.listener', columns[4])
  setEnd(fields, 'source', columns[5])
  setTarget(fields, columns[6])
  setNumber(fields, 'source.bytes', columns[9])
  setNumber(fields, 'destination.bytes', columns[10])
  setText(fields, 'aws.elb.incoming_tls_alert', columns[11])
  setText(fields, 'aws.elb.chosen_cert.arn', columns[12])
  setTls(fields, columns[14], columns[15])
  setText(fields, 'destination.domain', columns[17])
  fields['event.category'] = ['network']
}

/** Many lines begin with a time: behind the balancer's name must stand an address with a port, or none at all. */
function mayBeClassic(text: string, space: number): boolean {
  if (text.charCodeAt(10) !== 0x54) return false
  const client = text.indexOf(' ', space + 1) + 1
  const end = client > 0 ? text.indexOf(' ', client) : -1
  return end > 0 && end - client < 60 && CLIENT.test(text.slice(client, end))
}

function parse({ text }: Line): Parsed | undefined {
  const space = text.indexOf(' ')
  if (space < 2 || space > 30) return undefined
  const kind = text.slice(0, space)
  const isApplication = APPLICATION.has(kind)
  const isNetwork = kind === 'tls'
  if (!isApplication && !isNetwork && !mayBeClassic(text, space)) return undefined
  const columns = splitColumns(text)
  const stamp = isApplication ? columns[1] : isNetwork ? columns[2] : kind
  const time = stamp === undefined ? undefined : parseIsoTime(stamp, 0)
  const client = isApplication ? columns[3] : isNetwork ? columns[5] : columns[2]
  if (time === undefined || client === undefined || !CLIENT.test(client)) return undefined
  if (!isApplication && !isNetwork && (columns.length < 12 || !/^-?[\d.]+$/.test(columns[4] ?? '')))
    return undefined
  const fields = createFields()
  fields['event.module'] = 'aws'
  fields['event.dataset'] = 'aws.elb_logs'
  fields['cloud.provider'] = 'aws'
  setText(fields, 'event.end', stamp)
  if (isApplication) setApplication(fields, columns)
  else if (isNetwork) setNetwork(fields, columns)
  else {
    setText(fields, 'aws.elb.name', columns[1])
    setTransaction(fields, columns.slice(2))
  }
  return { time, fields }
}

export const parser: Parser = {
  name: 'aws-elb',
  reads: "access logs of AWS's load balancers: application, network, classic",
  version: 1,
  clues: [
    ...['http 20', 'https 20', 'h2 20', 'grpcs 20', 'ws 20', 'wss 20', 'tls '].map((prefix) => ({ prefix })),
    { first: '2', run: 4, next: '-' },
  ],
  parse,
  samples: [
    'https 2026-03-10T12:00:00.186641Z app/web/50dc6c495c0c9188 192.0.2.7:2817 10.0.0.7:80 0.086 0.048 0.037 200 200 0 57 "GET https://www.example.org:443/a.html HTTP/1.1" "curl/8" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/t/73e2 "Root=1-5-a" "www.example.org" "arn:aws:acm:eu-west-1:123456789012:certificate/c" 1 2026-03-10T11:59:59.364000Z "forward" "-" "-" "10.0.0.7:80" "200" "-" "-"',
    '2026-03-10T12:00:00.945958Z classic 192.0.2.7:2817 10.0.0.7:80 0.000073 0.001048 0.000057 200 200 0 29 "GET http://www.example.org:80/ HTTP/1.1" "curl/8" - -',
    'tls 2.0 2026-03-10T12:00:00 net/nlb/c6e7 g3d4 192.0.2.7:51341 10.0.0.7:443 5 2 98 246 - arn:aws:acm:eu-west-1:123456789012:certificate/c - ECDHE-RSA-AES128-SHA tlsv12 - nlb.example.org - - - 2026-03-10T11:59:59',
  ],
}
