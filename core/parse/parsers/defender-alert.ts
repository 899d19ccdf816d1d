import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson, isObject } from '../json/flatten-json.ts'
import { alertSeverity } from '../microsoft/alert-severity.ts'
import { setAttackTechniques } from '../microsoft/attack-techniques.ts'
import { gatherEntity, gatherEvidence } from '../microsoft/gather-evidence.ts'
import { Gathered } from '../microsoft/gathered.ts'
import { Row } from '../microsoft/row.ts'
import { set } from '../microsoft/set-hunting-entities.ts'
import { setPeriod } from '../microsoft/set-period.ts'
import type { JsonObject, Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const MAX_ITEMS = 200

/** Agents split lists, so that one object may stand where the interface has many. */
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.slice(0, MAX_ITEMS) : isObject(value) ? [value] : []

const rowOf = (value: unknown): Row => new Row(isObject(value) ? value : {})

function start(dataset: string, product: string): Fields {
  const fields = createFields()
  fields['event.kind'] = 'alert'
  fields['event.module'] = dataset.slice(0, dataset.indexOf('.'))
  fields['event.dataset'] = dataset
  fields['observer.vendor'] = 'Microsoft'
  fields['observer.product'] = product
  return fields
}

function setState(fields: Fields, status: string | undefined): void {
  const word = status?.toLowerCase()
  if (word === 'resolved') fields['event.type'] = ['end']
  else if (fields['event.dataset'] === 'microsoft_defender_endpoint.log') {
    fields['event.type'] = word === 'new' ? ['access', 'start'] : ['info']
  } else fields['event.type'] = ['info']
}

/** Alerts and incidents of Microsoft Graph: `alerts` of an incident, or the alert itself. */
function readGraph(json: JsonObject): Parsed | undefined {
  const incident = 'incidentWebUrl' in json && !('serviceSource' in json)
  const alerts = incident ? listOf(json.alerts) : [json]
  const fields = start(incident ? 'm365_defender.incident' : 'm365_defender.alert', '365 Defender')
  const row = new Row(json)
  const gathered = new Gathered()
  for (const one of alerts) {
    const alert = rowOf(one)
    gathered.add('event.provider', alert.text('serviceSource'))
    gathered.add('threat.tactic.name', alert.text('category'))
    gathered.add('threat.group.name', alert.text('threatFamilyName'))
    gathered.add('rule.description', alert.text('description'))
    setAttackTechniques(fields, alert.values.mitreTechniques)
    for (const evidence of listOf(alert.values.evidence)) gatherEvidence(gathered, evidence)
    if (!incident) setPeriod(fields, alert.text('firstActivityDateTime'), alert.text('lastActivityDateTime'))
  }
  flattenJson(fields, incident ? 'm365_defender.incident' : 'm365_defender.alert', json)
  gathered.writeTo(fields)
  setState(fields, row.text('status'))
  set(fields, 'event.id', row.text('id'))
  set(fields, 'event.url', row.text('incidentWebUrl', 'alertWebUrl'))
  set(fields, 'event.created', row.text('createdDateTime'))
  set(fields, 'event.severity', alertSeverity(json.severity))
  set(fields, 'message', row.text('displayName', 'title'))
  set(fields, 'cloud.account.id', row.text('tenantId'))
  return { time: parseIsoTime(row.text('lastUpdateDateTime', 'createdDateTime') ?? '', 0), fields }
}

/** The older interface of Microsoft 365 Defender: incidents with their alerts and entities. */
function readIncident(json: JsonObject): Parsed {
  const fields = start('m365_defender.log', '365 Defender')
  const row = new Row(json)
  const gathered = new Gathered()
  const [first] = listOf(json.alerts)
  const alert = rowOf(first)
  for (const one of listOf(json.alerts)) {
    const { entities, devices, mitreTechniques } = rowOf(one).values
    setAttackTechniques(fields, mitreTechniques)
    for (const entity of listOf(entities)) gatherEntity(gathered, entity)
    for (const device of listOf(devices)) {
      gathered.add('host.name', rowOf(device).text('deviceDnsName')?.toLowerCase())
      gathered.add('host.id', rowOf(device).text('mdatpDeviceId'))
    }
  }
  const source = alert.text('serviceSource')
  const category = alert.text('category')
  flattenJson(fields, 'microsoft.m365_defender', json)
  gathered.writeTo(fields)
  fields['cloud.provider'] = 'azure'
  setState(fields, row.text('status'))
  setPeriod(fields, alert.text('firstActivity'), alert.text('lastActivity'))
  set(fields, 'event.id', alert.text('alertId') ?? row.text('incidentId'))
  set(fields, 'event.provider', source)
  set(fields, 'observer.name', source)
  set(fields, 'event.action', category)
  set(fields, 'threat.technique.name', category)
  set(fields, 'event.severity', alertSeverity(json.severity))
  set(fields, 'message', alert.text('title') ?? row.text('incidentName'))
  set(fields, 'rule.description', alert.text('description'))
  return { time: parseIsoTime(row.text('lastUpdateTime', 'createdTime') ?? '', 0), fields }
}

/** Alerts of Defender for Endpoint's own interface. */
function readEndpoint(json: JsonObject): Parsed {
  const fields = start('microsoft_defender_endpoint.log', 'Defender for Endpoint')
  const row = new Row(json)
  const gathered = new Gathered()
  const host = row.text('computerDnsName')
  const category = row.text('category')
  const user = rowOf(json.relatedUser)
  for (const entity of listOf(json.evidence)) gatherEntity(gathered, entity)
  setAttackTechniques(fields, json.mitreTechniques)
  flattenJson(fields, 'microsoft.defender_endpoint', json)
  gathered.writeTo(fields)
  fields['cloud.provider'] = 'azure'
  fields['event.provider'] = 'defender_endpoint'
  fields['event.category'] = category === 'Malware' ? ['host', 'malware'] : ['host']
  setState(fields, row.text('status'))
  setPeriod(fields, row.text('firstEventTime'), row.text('lastEventTime'))
  set(fields, 'user.name', user.text('userName'))
  set(fields, 'user.domain', user.text('domainName'))
  set(fields, 'host.hostname', host)
  set(fields, 'host.name', host?.toLowerCase())
  set(fields, 'host.id', row.text('machineId'))
  set(fields, 'cloud.account.id', row.text('aadTenantId'))
  set(fields, 'cloud.instance.id', row.text('machineId'))
  set(fields, 'event.id', row.text('id'))
  set(fields, 'event.action', category)
  set(fields, 'threat.technique.name', category)
  set(fields, 'event.severity', alertSeverity(json.severity))
  set(fields, 'observer.name', row.text('detectionSource'))
  set(fields, 'message', row.text('title'))
  set(fields, 'rule.description', row.text('description'))
  return { time: parseIsoTime(row.text('lastUpdateTime', 'alertCreationTime') ?? '', 0), fields }
}

function parse({ json }: Line): Parsed | undefined {
  if (json === undefined) return undefined
  if ('machineId' in json && 'alertCreationTime' in json) return readEndpoint(json)
  if ('incidentName' in json && 'createdTime' in json) return readIncident(json)
  return 'createdDateTime' in json && 'status' in json ? readGraph(json) : undefined
}

export const parser: Parser = {
  name: 'defender-alert',
  reads:
    'alerts and incidents of Microsoft Defender XDR and Defender for Endpoint, from Microsoft Graph and the older interfaces',
  version: 1,
  clues: [
    { json: ['alertCreationTime', 'machineId'] },
    { json: ['incidentName', 'createdTime'] },
    { json: ['incidentWebUrl', 'createdDateTime'] },
    { json: ['serviceSource', 'createdDateTime'] },
  ],
  rank: 10,
  parse,
  samples: [
    '{"id":"da1_2","incidentId":12,"severity":"Medium","status":"New","detectionSource":"WindowsDefenderAv","category":"Execution","title":"Suspicious script","description":"A script ran.","alertCreationTime":"2026-03-10T12:00:05.1Z","firstEventTime":"2026-03-10T12:00:00Z","lastEventTime":"2026-03-10T12:00:04.5Z","lastUpdateTime":"2026-03-10T12:01:00Z","machineId":"m1","computerDnsName":"WS01.example.org","aadTenantId":"3c1f0b8e-0000-4000-8000-000000000001","mitreTechniques":["T1059.001"],"relatedUser":{"userName":"anna","domainName":"EXAMPLE"},"evidence":[{"entityType":"File","fileName":"x.ps1","filePath":"C:\\\\Temp","sha1":"aa11"}]}',
    '{"@odata.type":"#microsoft.graph.security.alert","id":"da3_4","incidentId":"13","status":"new","severity":"high","serviceSource":"microsoftDefenderForEndpoint","title":"Hidden file run","description":"A hidden file was run.","category":"DefenseEvasion","mitreTechniques":["T1564.001"],"createdDateTime":"2026-03-10T12:00:00Z","lastUpdateDateTime":"2026-03-10T12:05:00Z","evidence":[{"@odata.type":"#microsoft.graph.security.deviceEvidence","deviceDnsName":"ws01.example.org","mdeDeviceId":"d1"},{"@odata.type":"#microsoft.graph.security.fileEvidence","detectionStatus":"detected","fileDetails":{"fileName":"x.exe","filePath":"C:\\\\Temp","sha1":"aa11"}}]}',
  ],
}
