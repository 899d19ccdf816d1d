import { createFields } from '../create-fields.ts'
import { flattenJson, isObject } from '../json/flatten-json.ts'
import { Row } from '../microsoft/row.ts'
import { set } from '../microsoft/set-hunting-entities.ts'
import type { JsonObject, Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

/** Names that only Intune's records have, of which each has one. */
const OWN = [
  'AuditEventId',
  'IntuneAccountId',
  'IntuneDeviceId',
  'ManagedDeviceName',
  'DeviceRegistrationState',
]

const isIntune = (properties: JsonObject): boolean => OWN.some((name) => name in properties)

const member = (value: JsonObject, name: string): JsonObject => {
  const inner = value[name]
  return isObject(inner) ? inner : {}
}

/** `anna@example.org`: the name before the sign is the user's, what follows the domain's. */
const domainOf = (upn: string | undefined): string | undefined =>
  upn?.includes('@') ? upn.slice(upn.lastIndexOf('@') + 1) : undefined

/** Audit, operational and device logs, as diagnostic settings of Azure stream them. */
function parse({ json }: Line): Parsed | undefined {
  const properties = json?.properties
  if (json === undefined || !isObject(properties) || !isIntune(properties)) return undefined
  const fields = createFields()
  const envelope = new Row(json)
  const row = new Row(properties)
  const actor = new Row(member(properties, 'Actor'))
  const upn = actor.text('UPN') ?? row.text('UPN', 'UserUPN', 'UserPrincipalName')
  fields['event.module'] = 'intune'
  fields['event.dataset'] = `intune.${(envelope.text('category') ?? 'log').toLowerCase()}`
  fields['event.type'] = ['info']
  fields['observer.vendor'] = 'Microsoft'
  fields['observer.product'] = 'Intune'
  flattenJson(fields, 'intune', properties)
  set(fields, 'event.action', envelope.text('operationName'))
  set(fields, 'event.id', row.text('AuditEventId', 'MessageId'))
  set(fields, 'event.reason', row.text('Description', 'FailureReason'))
  set(fields, 'cloud.account.id', envelope.text('tenantId'))
  set(fields, 'network.application', actor.text('ApplicationName'))
  set(fields, 'service.name', row.text('ManagedBy'))
  set(fields, 'host.name', row.text('DeviceHostName', 'DeviceName', 'ManagedDeviceName'))
  set(fields, 'host.id', row.text('IntuneDeviceId', 'DeviceId'))
  set(fields, 'host.os.name', row.text('OS', 'Os'))
  set(fields, 'host.os.version', row.text('OSVersion', 'OsVersion'))
  set(fields, 'host.os.full', row.text('DeviceOperatingSystem'))
  set(fields, 'source.mac', row.text('WifiMacAddress', 'EthernetMacAddress'))
  set(fields, 'user.name', row.text('UserName') ?? upn)
  set(fields, 'user.email', row.text('UserEmail') ?? (upn?.includes('@') ? upn : undefined))
  set(fields, 'user.domain', row.text('DeviceDnsDomain', 'UserDomain') ?? domainOf(upn))
  set(fields, 'user.id', row.text('UserId', 'IntuneAccountId', 'IntuneUserId') ?? actor.text('ObjectId'))
  const result = envelope.text('resultType')?.toLowerCase()
  const status = row.text('ActivityResultStatus')
  if (result === 'success' || status === '1') fields['event.outcome'] = 'success'
  else if (result === 'failure' || result === 'fail' || status === '2') fields['event.outcome'] = 'failure'
  return { time: parseIsoTime(envelope.text('time') ?? '', 0), fields }
}

export const parser: Parser = {
  name: 'intune',
  reads: 'audit, operational and device logs of Microsoft Intune, as streamed to event hubs',
  version: 1,
  clues: [{ json: ['properties', 'category'] }],
  rank: 9,
  parse,
  samples: [
    '{"time":"2026-03-10T12:00:00.5Z","tenantId":"3c1f0b8e-0000-4000-8000-000000000001","category":"AuditLogs","operationName":"Rename device ManagedDevice","properties":{"ActivityResultStatus":1,"Actor":{"ApplicationName":"Intune portal","ObjectId":"o1","UPN":"anna@example.org"},"AuditEventId":"e1","Category":4}}',
    '{"time":"2026-03-10T12:00:00.5Z","tenantId":"3c1f0b8e-0000-4000-8000-000000000001","category":"OperationalLogs","operationName":"Compliance","resultType":"None","properties":{"IntuneAccountId":"a1","IntuneDeviceId":"d1","AlertType":"Managed Device Not Compliant","Description":"Antivirus is off","DeviceHostName":"ws01","DeviceOperatingSystem":"Windows 10","UserName":"anna"}}',
  ],
}
