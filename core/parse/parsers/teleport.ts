import type { Fields } from '../../event/event.ts'
import { number, text } from '../fields/field-setters.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { typeOfAction } from '../saas/type-of-action.ts'
import { all, instant } from '../saas/value-setters.ts'
import { isIp } from '../text/is-ip.ts'

const OWN = 'teleport.audit'

/** `192.0.2.7:3022`, `[2001:db8::7]:3022`, `db.example.org:443` */
const end =
  (side: 'client' | 'server') =>
  (fields: Fields, value: string | number | boolean): void => {
    const whole = String(value)
    const colon = whole.lastIndexOf(':')
    const port = Number(whole.slice(colon + 1))
    const host = colon > 0 ? whole.slice(0, colon).replace(/^\[|\]$/g, '') : whole
    if (host === '') return
    fields[`${side}.address`] ??= host
    fields[isIp(host) ? `${side}.ip` : `${side}.domain`] ??= host
    if (colon > 0 && port > 0) fields[`${side}.port`] ??= port
  }

const read = createProductReader({
  prefix: OWN,
  dataset: OWN,
  constants: { 'event.kind': 'event', 'observer.vendor': 'Teleport', 'observer.product': 'Teleport' },
  times: ['time'],
  map: {
    event: text('event.action'),
    code: text('event.code'),
    uid: text('event.id'),
    user: text('user.name'),
    updated_by: text('user.name'),
    login: text('user.name'),
    cluster_name: text('orchestrator.cluster.name'),
    namespace: text('group.name'),
    server_hostname: all(text('host.hostname'), text('host.name')),
    server_id: text('host.id'),
    error: all(text('message'), text('error.message')),
    message: text('message'),
    'addr.remote': end('client'),
    'addr.local': end('server'),
    remote_addr: end('client'),
    client_ip: end('client'),
    'identity.client_ip': end('client'),
    desktop_addr: end('server'),
    server_addr: end('server'),
    db_service: text('service.name'),
    db_name: text('database.name'),
    db_uri: setDatabase,
    proto: text('network.protocol'),
    method: text('http.request.method'),
    status_code: number('http.response.status_code'),
    user_agent: text('user_agent.original'),
    raw_query: text('url.query'),
    file_path: text('file.path'),
    working_directory: text('process.working_directory'),
    program: text('process.name'),
    pid: number('process.pid'),
    ppid: number('process.parent.pid'),
    command: text('process.command_line'),
    session_start: instant('event.start'),
    session_stop: instant('event.end'),
    rx: number('destination.bytes'),
    tx: number('source.bytes'),
    windows_user: text('server.user.name'),
    aws_region: text('cloud.region'),
    account_id: text('cloud.account.id'),
    instance_id: text('cloud.instance.id'),
    reason: text('event.reason'),
  },
  finish,
})

/** `localhost:3307`, `mongodb://db.example.org:27017/?x=y` */
function setDatabase(fields: Fields, value: string | number | boolean): void {
  const whole = String(value)
  fields['url.original'] = whole
  const scheme = whole.indexOf('://')
  if (scheme > 0) fields['url.scheme'] = whole.slice(0, scheme)
  const rest = scheme > 0 ? whole.slice(scheme + 3) : whole
  const authority = rest.split(/[/?]/, 1)[0] ?? ''
  const colon = authority.lastIndexOf(':')
  const port = Number(authority.slice(colon + 1))
  fields['url.domain'] = colon > 0 ? authority.slice(0, colon) : authority
  if (colon > 0 && port > 0) fields['url.port'] = port
  const question = rest.indexOf('?')
  if (question > 0) fields['url.query'] ??= rest.slice(question + 1)
}

/** What an event is about, by what its name begins with; longer names first. */
const AREAS: readonly (readonly [prefix: string, category: readonly string[]])[] = [
  ['user.login', ['authentication']],
  ['app.session', ['session']],
  ['app.', ['process', 'configuration']],
  ['db.', ['database']],
  ['session.', ['session']],
  ['access_request.', ['session', 'iam']],
  ['privilege_token.', ['session', 'iam']],
  ['recovery_code.', ['session', 'iam']],
  ['reset_password_token.', ['iam']],
  ['saml.', ['authentication', 'iam']],
  ['oidc.', ['authentication', 'iam']],
  ['github.', ['authentication', 'iam']],
  ['login_rule.', ['authentication', 'iam']],
  ['auth', ['authentication']],
  ['user.', ['iam']],
  ['okta.', ['iam']],
  ['role.', ['iam']],
  ['windows.desktop.', ['host', 'session']],
  ['desktop.', ['host', 'file']],
  ['sftp', ['file', 'network']],
  ['scp', ['file', 'network']],
  ['kube.', ['process', 'host']],
  ['bot.', ['process', 'host']],
  ['instance.join', ['network', 'host']],
  ['ssm.', ['process']],
  ['exec', ['process']],
  ['resize', ['process']],
  ['x11-forward', ['network']],
  ['port', ['network']],
  ['subsystem', ['network']],
  ['secreports.', ['threat']],
]

/** Access lists, devices, certificates, locks, tokens, trusted clusters, billing. */
const OTHERS = ['configuration', 'iam']

function finish(fields: Fields): void {
  const action = String(fields['event.action'] ?? '')
  const area = AREAS.find(([prefix]) => action.startsWith(prefix))
  fields['event.category'] = [...(area?.[1] ?? OTHERS)]
  fields['event.type'] = typesOf(action, area?.[0])
  const success = fields[`${OWN}.success`]
  const failed =
    success === false || fields['error.message'] !== undefined || fields[`${OWN}.status.success`] === false
  if (failed) fields['event.outcome'] = 'failure'
  else if (/[EW]$/.test(String(fields['event.code']))) fields['event.outcome'] = 'failure'
  else if (success === true || fields[`${OWN}.status.success`] === true) fields['event.outcome'] = 'success'
  const path = fields[`${OWN}.path`]
  if (typeof path !== 'string') return
  if (area?.[0] === 'sftp' || area?.[0] === 'scp') fields['file.path'] = path
  else if (action.startsWith('session.')) fields['process.executable'] = path
  else if (fields['http.request.method'] !== undefined) fields['url.path'] = path
}

function typesOf(action: string, area: string | undefined): string[] {
  if (area === 'db.') return [action.endsWith('malformed_packet') ? 'error' : 'info']
  if (action.endsWith('session.start') || action === 'user.login' || action === 'x11-forward')
    return ['start']
  if (action.endsWith('session.end') || action === 'bot.delete' || action === 'kube.delete') return ['end']
  if (action === 'exec' || action === 'ssm.run' || action === 'instance.join') return ['start']
  const type = typeOfAction(action.slice(action.lastIndexOf('.') + 1))
  if (area === 'user.' && type !== undefined) return [type, 'user']
  return [type ?? (action.startsWith('desktop.clipboard') ? 'change' : 'info')]
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined || typeof json.event !== 'string' || typeof json.code !== 'string') return undefined
  return /^T[A-Z0-9]{1,8}[IWE]$/.test(json.code) ? read(json, context) : undefined
}

export const parser: Parser = {
  name: 'teleport',
  reads: 'audit log of Teleport',
  version: 1,
  clues: [{ json: ['code', 'event', 'time'] }],
  parse,
  samples: [
    '{"addr.local":"10.0.0.9:3022","addr.remote":"192.0.2.7:51234","code":"T2000I","event":"session.start","login":"root","namespace":"default","sid":"s1","time":"2026-03-10T12:00:00.125Z","uid":"e1","user":"anna@example.org"}',
    '{"code":"T3007W","event":"auth","success":false,"time":"2026-03-10T12:00:00Z","uid":"e2","user":"bert"}',
    '{"code":"TDB00I","db_name":"shop","db_service":"mysql","db_uri":"db.example.org:3306","event":"db.session.query","success":true,"time":"2026-03-10T12:00:00Z","uid":"e3","user":"anna"}',
  ],
}
