import type { Fields } from '../../event/event.ts'
import { numberOf } from '../cloud/number-of.ts'
import { number, text } from '../fields/field-setters.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { typeOfAction } from '../saas/type-of-action.ts'
import { peer, url } from '../saas/value-setters.ts'
import { isIp } from '../text/is-ip.ts'

type Stream = 'api' | 'application' | 'audit' | 'auth' | 'production' | 'sidekiq'

/** Ruby's levels as numbers, and as Elastic keeps them. */
const SEVERITIES = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL']

/** `client, proxy, proxy`: who asked comes first. */
function forwarded(fields: Fields, value: string | number | boolean): void {
  const first = String(value).split(',', 1)[0]?.trim() ?? ''
  if (isIp(first)) peer('source')(fields, first)
}

const readerOf = (stream: Stream) =>
  createProductReader({
    prefix: `gitlab.${stream}`,
    dataset: `gitlab.${stream}`,
    constants: { 'event.kind': 'event', 'observer.vendor': 'GitLab', 'observer.product': 'GitLab' },
    times: stream === 'audit' ? ['created_at', 'time'] : ['time'],
    map: {
      correlation_id: text('event.id'),
      action: text('event.action'),
      message: text('message'),
      severity: (fields, value) => {
        const level = String(value)
        fields['log.level'] = level.toLowerCase()
        const index = SEVERITIES.indexOf(level)
        if (index >= 0 && stream !== 'api') fields['event.severity'] = index
      },
      remote_ip: forwarded,
      'meta.remote_ip': forwarded,
      ip_address: forwarded,
      path: url,
      host: text('url.domain'),
      method: text('http.request.method'),
      request_method: text('http.request.method'),
      status: number('http.response.status_code'),
      ua: text('user_agent.original'),
      'meta.caller_id': text('event.provider'),
      author_id: text('user.id'),
      author_name: text('user.name'),
      author_email: text('user.email'),
      user_id: text('user.id'),
      username: text('user.name'),
      'meta.user_id': text('user.id'),
      'meta.user': text('user.name'),
      pid: number('process.pid'),
      worker_id: text('process.name'),
      duration_s: (fields, value) => {
        if (Number(value) >= 0) fields['event.duration'] = Math.round(Number(value) * 1e9)
      },
      'exception.class': text('error.type'),
      'exception.message': text('error.message'),
    },
    finish: (fields, json) => finish(fields, stream, json),
  })

const readers: Readonly<Record<Stream, ReturnType<typeof readerOf>>> = {
  api: readerOf('api'),
  application: readerOf('application'),
  audit: readerOf('audit'),
  auth: readerOf('auth'),
  production: readerOf('production'),
  sidekiq: readerOf('sidekiq'),
}

function finish(fields: Fields, stream: Stream, json: JsonObject): void {
  for (const part of ['address', 'ip']) {
    const value = fields[`source.${part}`]
    if (value !== undefined) fields[`client.${part}`] = value
  }
  fields['event.type'] = ['info']
  if (stream === 'api')
    fields['event.category'] = (numberOf(json.db_count) ?? 0) > 0 ? ['api', 'database'] : ['api']
  else if (stream === 'audit') finishAudit(fields, json)
  else if (stream === 'auth') finishAuth(fields, json)
  else if (stream === 'application') readSentence(fields)
  else if (stream === 'production') {
    const path = String(fields['url.path'] ?? '')
    fields['event.category'] = [path.startsWith('/users/sign_') ? 'authentication' : 'web']
  }
}

function finishAudit(fields: Fields, { change, custom_message: custom, add, remove }: JsonObject): void {
  fields['event.category'] = ['web', 'iam']
  const action = [custom, change, add, remove].find((one) => typeof one === 'string')
  if (typeof action === 'string') fields['event.action'] ??= action
  if (add !== undefined) fields['event.type'] = ['creation']
  else if (remove !== undefined) fields['event.type'] = ['deletion']
  else if (change !== undefined) fields['event.type'] = ['change']
}

function finishAuth(fields: Fields, { env, message }: JsonObject): void {
  fields['event.category'] = ['web', 'authentication']
  if (typeof env === 'string') fields['event.action'] ??= env
  if (message !== 'Rack_Attack') return
  fields['event.outcome'] = 'failure'
  if (env === 'blocklist' || env === 'throttle') fields['event.type'] = ['info', 'denied']
}

const LOGIN = /^(Failed|Successful) Login: username=(\S{1,200}) ip=\S{1,45}/
const MADE = /^(User|Group|Project) "([^"]{1,200})"(?: \(([^)\s]{1,200})\))? was (created|deleted|removed)/

/** What the application says in sentences. */
function readSentence(fields: Fields): void {
  const { message } = fields
  if (typeof message !== 'string') return
  const login = LOGIN.exec(message)
  if (login?.[2]) {
    fields['event.category'] = ['authentication']
    fields['event.action'] = 'login'
    fields['event.outcome'] = login[1] === 'Failed' ? 'failure' : 'success'
    fields['user.name'] = login[2]
    return
  }
  fields['event.category'] = ['configuration']
  const made = MADE.exec(message)
  const type = made ? typeOfAction(made[4] ?? '') : undefined
  if (made?.[2] && type) {
    fields['event.type'] = [type, 'info']
    if (made[1] === 'User') {
      fields['user.target.name'] = made[2]
      if (made[3]) fields['user.target.email'] = made[3]
    } else if (made[1] === 'Group') fields['group.name'] = made[2]
  } else if (message.includes(' created a new project ')) fields['event.type'] = ['creation', 'info']
}

function streamOf(json: JsonObject): Stream | undefined {
  if ('entity_type' in json && 'author_id' in json) return 'audit'
  if ('controller' in json && 'action' in json) return 'production'
  if (!('severity' in json)) return undefined
  if ('jid' in json && 'job_status' in json) return 'sidekiq'
  if ('route' in json || 'api_error' in json) return 'api'
  if ('request_method' in json && 'env' in json) return 'auth'
  return 'application'
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined) return undefined
  const stream = typeof json.time === 'string' || 'created_at' in json ? streamOf(json) : undefined
  return stream && readers[stream](json, context)
}

export const parser: Parser = {
  name: 'gitlab',
  reads: 'JSON logs of GitLab: production, API, audit, auth, application, Sidekiq',
  version: 1,
  clues: [
    { json: ['correlation_id', 'severity', 'time'] },
    { json: ['meta.caller_id', 'time'] },
    { json: ['entity_type', 'author_id', 'target_type'] },
    { json: ['controller', 'action', 'path', 'time'] },
    { json: ['mergeability_project_id'] },
    { json: ['db_duration_s', 'severity', 'time'] },
  ],
  parse,
  samples: [
    '{"severity":"INFO","time":"2026-03-10T12:00:00.125Z","correlation_id":"c1","meta.caller_id":"SessionsController#create","meta.remote_ip":"192.0.2.7","message":"Failed Login: username=anna ip=192.0.2.7"}',
    '{"severity":"INFO","time":"2026-03-10T12:00:00.125Z","author_id":7,"author_name":"Anna","entity_id":2,"entity_type":"Project","change":"visibility","from":"Private","to":"Public","target_type":"Project","target_details":"example/shop"}',
    '{"method":"GET","path":"/users/sign_in","format":"html","controller":"SessionsController","action":"new","status":200,"time":"2026-03-10T12:00:00.125Z","correlation_id":"c2","remote_ip":"192.0.2.7","ua":"curl/8","duration_s":0.25}',
    '{"severity":"ERROR","time":"2026-03-10T12:00:00.125Z","correlation_id":"c3","message":"Rack_Attack","env":"throttle","remote_ip":"192.0.2.7","request_method":"GET","path":"/example/shop.git/info/refs?service=git-upload-pack"}',
  ],
}
