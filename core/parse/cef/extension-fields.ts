import type { Fields, FieldValue } from '../../event/event.ts'
import { executable, filePath } from '../fields/field-setters.ts'
import { baseName } from '../text/base-name.ts'
import { hashKind } from '../text/hash-kind.ts'
import { setHostPeer } from '../text/set-host-peer.ts'
import { transportName } from '../text/transport.ts'
import { setUrl } from '../web/set-url.ts'

type SetField = (fields: Fields, value: FieldValue) => void

const to =
  (...names: readonly string[]): SetField =>
  (fields, value) => {
    for (const name of names) fields[name] ??= value
  }

const list =
  (name: string): SetField =>
  (fields, value) => {
    fields[name] ??= [String(value)]
  }

const peer =
  (side: string): SetField =>
  (fields, value) =>
    setHostPeer(fields, side, String(value))

/** `DOMAIN\name`, its backslash doubled by some, `name@example.org` or the name alone. */
const user =
  (prefix: string): SetField =>
  (fields, value) => {
    const whole = String(value)
    const slash = whole.indexOf('\\')
    const name = slash > 0 && slash < whole.length - 1 ? whole.slice(whole.lastIndexOf('\\') + 1) : whole
    if (name !== whole) fields[`${prefix}.domain`] ??= whole.slice(0, slash)
    fields[`${prefix}.name`] ??= name
  }

const setHash: SetField = (fields, value) => {
  const hash = String(value)
  const kind = hashKind(hash)
  if (kind !== undefined) fields[`file.hash.${kind}`] ??= hash
}

const setTransport: SetField = (fields, value) => {
  const whole = String(value).toLowerCase()
  const slash = whole.indexOf('/')
  const word = slash > 0 ? whole.slice(0, slash) : whole
  const name = transportName(word)
  if (name !== undefined) fields['network.iana_number'] ??= word
  fields['network.transport'] ??= name ?? word
  const service = slash > 0 ? whole.slice(slash + 1) : ''
  if (/^[a-z][\w-]*$/.test(service)) fields['network.protocol'] ??= service
}

const setApplication: SetField = (fields, value) => {
  const word = String(value).toLowerCase()
  fields['network.application'] ??= word
  if (/^[a-z][a-z\d.-]{1,19}$/.test(word)) fields['network.protocol'] ??= word
}

const setDirection: SetField = (fields, value) => {
  const direction = value === 0 ? 'inbound' : value === 1 ? 'outbound' : undefined
  if (direction !== undefined) fields['network.direction'] ??= direction
}

const OUTCOMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    success: 'success',
    succeeded: 'success',
    successful: 'success',
    '/success': 'success',
    failure: 'failure',
    fail: 'failure',
    failed: 'failure',
    '/failure': 'failure',
  }),
)

const setOutcome: SetField = (fields, value) => {
  const outcome = OUTCOMES.get(String(value).toLowerCase())
  if (outcome !== undefined) fields['event.outcome'] ??= outcome
}

const setRequest: SetField = (fields, value) => {
  const original = String(value).replace(/^"(.*)"$/, '$1')
  if (original !== '' && fields['url.original'] === undefined) setUrl(fields, original)
}

/** A file's name may come with its path. */
const setFileName: SetField = (fields, value) => {
  const name = String(value)
  fields['file.name'] ??= baseName(name) || name
}

const path = filePath('file')
const setFilePath: SetField = (fields, value) => path(fields, String(value))

const image = executable('process')
const setProcessName: SetField = (fields, value) => {
  const name = String(value)
  if (/[\\/]/.test(name)) image(fields, name)
  else fields['process.name'] ??= name
}

const setKind: SetField = (fields, value) => {
  if (value === 2) fields['event.kind'] ??= 'alert'
}

/** What the extensions of CEF mean in ECS, by full name, in the order in which they decide. */
export const EXTENSION_FIELDS: readonly (readonly [name: string, set: SetField])[] = [
  ['agentAddress', to('agent.ip')],
  ['agentHostName', to('agent.name')],
  ['agentId', to('agent.id')],
  ['agentMacAddress', to('agent.mac')],
  ['agentReceiptTime', to('event.created')],
  ['agentType', to('agent.type')],
  ['agentVersion', to('agent.version')],
  ['applicationProtocol', setApplication],
  ['bytesIn', to('source.bytes')],
  ['bytesOut', to('destination.bytes')],
  ['customerExternalID', to('organization.id')],
  ['customerURI', to('organization.name')],
  ['destinationAddress', peer('destination')],
  ['destinationHostName', peer('destination')],
  ['destinationDnsDomain', to('destination.domain')],
  ['destinationMacAddress', to('destination.mac')],
  ['destinationPort', to('destination.port')],
  ['destinationProcessId', to('destination.process.pid')],
  ['destinationProcessName', to('destination.process.name')],
  ['destinationServiceName', to('destination.service.name')],
  ['destinationTranslatedAddress', to('destination.nat.ip')],
  ['destinationTranslatedPort', to('destination.nat.port')],
  ['destinationUserId', to('destination.user.id')],
  ['destinationUserName', user('destination.user')],
  ['destinationNtDomain', to('destination.user.domain')],
  ['destinationUserPrivileges', to('destination.user.group.name')],
  ['deviceAction', to('event.action')],
  ['deviceAddress', list('observer.ip')],
  ['deviceDirection', setDirection],
  ['deviceHostName', to('observer.hostname', 'host.name', 'host.hostname')],
  ['deviceInboundInterface', to('observer.ingress.interface.name')],
  ['deviceOutboundInterface', to('observer.egress.interface.name')],
  ['deviceMacAddress', list('observer.mac')],
  ['eventId', to('event.id')],
  ['devicePayloadId', to('event.id')],
  ['externalId', to('event.id')],
  ['deviceProcessId', to('process.pid')],
  ['deviceProcessName', setProcessName],
  ['sourceProcessName', setProcessName],
  ['sourceProcessId', to('process.pid', 'source.process.pid')],
  ['deviceTimeZone', to('event.timezone')],
  ['endTime', to('event.end')],
  ['eventOutcome', setOutcome],
  ['categoryOutcome', setOutcome],
  ['fileCreateTime', to('file.created')],
  ['fileHash', setHash],
  ['fileId', to('file.inode')],
  ['fileModificationTime', to('file.mtime')],
  ['filePath', setFilePath],
  ['filename', to('file.name')],
  ['filePermission', to('file.group')],
  ['fileSize', to('file.size')],
  ['fileType', to('file.type')],
  ['message', to('message')],
  ['Reason', to('event.reason')],
  ['message', to('event.reason')],
  ['requestClientApplication', to('user_agent.original')],
  ['requestContext', to('http.request.referrer')],
  ['requestMethod', to('http.request.method')],
  ['requestUrl', setRequest],
  ['sourceAddress', peer('source')],
  ['sourceHostName', peer('source')],
  ['sourceDnsDomain', to('source.domain')],
  ['sourceMacAddress', to('source.mac')],
  ['sourcePort', to('source.port')],
  ['sourceServiceName', to('source.service.name')],
  ['sourceTranslatedAddress', to('source.nat.ip')],
  ['sourceTranslatedPort', to('source.nat.port')],
  ['sourceUserId', to('source.user.id')],
  ['sourceUserName', user('source.user')],
  ['sourceNtDomain', to('source.user.domain')],
  ['sourceUserPrivileges', to('source.user.group.name')],
  ['startTime', to('event.start')],
  ['transportProtocol', setTransport],
  ['type', setKind],
]

const setSourceAddress = peer('source')
const setDestinationAddress = peer('destination')
const setDuration: SetField = (fields, value) => {
  const seconds = Number(value)
  if (Number.isFinite(seconds)) fields['event.duration'] ??= Math.round(seconds * 1e9)
}

/** What devices put into custom fields, by their labels: lower case, letters and digits alone. */
export const LABELLED_FIELDS: ReadonlyMap<string, SetField> = new Map(
  Object.entries({
    sourceipv6address: setSourceAddress,
    destinationipv6address: setDestinationAddress,
    sourceaddress: setSourceAddress,
    destinationaddress: setDestinationAddress,
    durationinseconds: setDuration,
    sessionduration: setDuration,
    matchedcategory: to('rule.category'),
    rule: to('rule.name'),
    rulename: to('rule.name'),
    aclrulename: to('rule.name'),
    ruleid: to('rule.id'),
    ruleuuid: to('rule.uuid'),
    policy: to('rule.ruleset'),
    policyname: to('rule.ruleset'),
    sha1: setHash,
    sha256: setHash,
    md5: setHash,
    filehash: setHash,
    filehashsha1: setHash,
    filehashsha256: setHash,
    processsha1: setHash,
    signature: to('rule.name'),
    signaturename: to('rule.name'),
    sname: to('rule.name'),
    username: to('user.name'),
    useragent: to('user_agent.original'),
    referer: to('http.request.referrer'),
    referrer: to('http.request.referrer'),
    url: setRequest,
    responsecode: to('http.response.status_code'),
    queryname: to('dns.question.name'),
    querytype: to('dns.question.type'),
    fromzone: to('observer.ingress.zone'),
    sourcezone: to('observer.ingress.zone'),
    tozone: to('observer.egress.zone'),
    destinationzone: to('observer.egress.zone'),
    commandline: to('process.command_line'),
    processname: setProcessName,
    filename: setFileName,
    threatname: to('threat.indicator.name'),
    subject: to('email.subject'),
    emailsubject: to('email.subject'),
    messageid: to('email.message_id'),
    sessionid: to('event.id'),
  } satisfies Record<string, SetField>),
)
