import type { Fields, FieldValue } from '../../event/event.ts'
import { account, filePath, number, text } from '../fields/field-setters.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { all, peer, url } from '../saas/value-setters.ts'
import { baseName } from '../text/base-name.ts'
import { isIp } from '../text/is-ip.ts'

const OWN = 'sentinel_one_cloud_funnel'

/** A process of the event, and where it goes in ECS. */
function setProcess(fields: Fields, own: string, prefix: string): void {
  const put = (from: string, to: string, make: (value: FieldValue) => FieldValue = (value) => value) => {
    const value = fields[`${OWN}.${own}.${from}`]
    if (value !== undefined && value !== '') fields[`${prefix}.${to}`] ??= make(value)
  }
  put('name', 'name')
  put('image.path', 'executable')
  put('image.path', 'name', (path) => baseName(String(path)))
  put('cmdline', 'command_line')
  put('pid', 'pid', Number)
  put('uid', 'entity_id')
  put('image.sha1', 'hash.sha1')
  put('image.sha256', 'hash.sha256')
  put('image.md5', 'hash.md5')
  put('publisher', 'code_signature.subject_name')
}

const isProcessCreation = (fields: Fields): boolean =>
  fields['event.action'] === 'Process Creation' || fields['event.action'] === 'ProcessCreation'

/** `osSrc` is who really acted when Windows acted for him; of a new process all the rest is the parent. */
function setProcesses(fields: Fields): void {
  if (isProcessCreation(fields)) {
    setProcess(fields, 'tgt.process', 'process')
    setProcess(fields, 'src.process', 'process.parent')
  }
  setProcess(fields, 'src.process', 'process')
  setProcess(fields, 'osSrc.process', 'process')
  setProcess(fields, 'src.process.parent', 'process.parent')
  setProcess(fields, 'osSrc.process.parent', 'process.parent')
  const path = fields['process.executable']
  if (typeof path !== 'string') return
  const slash = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'))
  if (slash > 0) fields['process.working_directory'] = path.slice(0, slash)
}

function setUser(fields: Fields): void {
  const own = (name: string) => fields[`${OWN}.${name}`]
  const login = own('event.login.userName')
  if (typeof login === 'string' && login !== '') {
    fields['user.name'] = login
    fields['user.target.name'] = login
    const domain = own('event.login.accountDomain')
    if (typeof domain === 'string') {
      fields['user.domain'] = domain
      fields['user.target.domain'] = domain
    }
    const sid = own('event.login.accountSid')
    if (typeof sid === 'string') fields['user.id'] = sid
  }
  const actors = ['src.process.user', 'osSrc.process.user']
  for (const name of isProcessCreation(fields) ? ['tgt.process.user', ...actors] : actors) {
    const user = own(name)
    if (typeof user !== 'string' || user === '') continue
    fields['process.user.name'] ??= user
    if (fields['user.name'] === undefined) account('user')(fields, user)
  }
  for (const name of ['src.process.eUserName', 'src.process.rUserName']) {
    const user = own(name)
    if (typeof user === 'string' && user !== '') fields['user.name'] ??= user
  }
  const succeeded = own('event.login.loginIsSuccessful')
  if (typeof succeeded === 'boolean') fields['event.outcome'] = succeeded ? 'success' : 'failure'
}

function setRegistry(fields: Fields): void {
  const path = fields[`${OWN}.registry.keyPath`]
  if (typeof path !== 'string' || path === '') return
  fields['registry.path'] = path
  const first = path.indexOf('\\')
  const last = path.lastIndexOf('\\')
  if (first < 1 || last <= first) return
  fields['registry.hive'] = path.slice(0, first)
  fields['registry.key'] = path.slice(first + 1, last)
  fields['registry.value'] = path.slice(last + 1)
}

/** `type: 5 A;192.0.2.7;...`: what a question was answered with. */
function setAnswers(fields: Fields): void {
  const answers = fields[`${OWN}.event.dns.response`]
  if (typeof answers !== 'string') return
  const found = answers
    .slice(0, 4000)
    .split(/[;,\s]+/, 200)
    .map((word) => (word.startsWith('::ffff:') ? word.slice(7) : word))
    .filter(isIp)
  if (found.length > 0) fields['dns.resolved_ip'] = [...new Set(found)]
}

const DIRECTIONS: Readonly<Record<string, string>> = { OUTGOING: 'outbound', INCOMING: 'inbound' }

/** One record of Cloud Funnel 2.0 or Deep Visibility: flat names with points. */
export const readCloudFunnel = createProductReader({
  prefix: OWN,
  dataset: `${OWN}.event`,
  constants: { 'event.kind': 'event', 'observer.vendor': 'SentinelOne', 'observer.product': 'Singularity' },
  times: ['event.time', 'timestamp', 'meta.event.time'],
  map: {
    'event.id': text('event.id'),
    'event.type': text('event.action'),
    'endpoint.name': all(text('host.name'), text('host.hostname')),
    'endpoint.os': all(text('host.os.type'), text('host.os.platform')),
    'endpoint.type': text('host.type'),
    'os.name': text('host.os.name'),
    'agent.uuid': all(text('host.id'), text('agent.id')),
    'agent.version': text('agent.version'),
    'group.id': text('group.id'),
    'account.id': text('organization.id'),
    'tgt.file.path': filePath('file'),
    'tgt.file.size': number('file.size'),
    'tgt.file.md5': text('file.hash.md5'),
    'tgt.file.sha1': text('file.hash.sha1'),
    'tgt.file.sha256': text('file.hash.sha256'),
    'driver.path': filePath('file'),
    'cmdScript.sha256': text('file.hash.sha256'),
    'cmdScript.content': text('process.io.text'),
    'module.path': text('dll.path'),
    'module.md5': text('dll.hash.md5'),
    'module.sha1': text('dll.hash.sha1'),
    'event.dns.request': text('dns.question.name'),
    'url.address': url,
    'event.url.action': text('http.request.method'),
    'src.ip.address': peer('source'),
    'src.endpoint.ip.address': peer('source'),
    'src.port.number': number('source.port'),
    'dst.ip.address': peer('destination'),
    'dst.port.number': number('destination.port'),
    'event.network.direction': (fields, value) => {
      fields['network.direction'] = DIRECTIONS[String(value)] ?? 'unknown'
    },
    'event.network.protocolName': text('network.protocol'),
    'registry.valueType': text('registry.data.type'),
    'indicator.name': text('rule.name'),
    'indicator.description': text('rule.description'),
    'indicator.category': text('rule.category'),
    'tiIndicator.value': text('threat.indicator.name'),
    'tiIndicator.description': text('threat.indicator.description'),
  },
  finish(fields) {
    setProcesses(fields)
    setUser(fields)
    setRegistry(fields)
    setAnswers(fields)
    const domain = fields['url.domain']
    if (domain !== undefined) {
      fields['destination.domain'] ??= domain
      fields['destination.address'] ??= domain
    }
  },
})
