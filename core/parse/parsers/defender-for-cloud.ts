import type { Fields } from '../../event/event.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson, isObject } from '../json/flatten-json.ts'
import { alertSeverity } from '../microsoft/alert-severity.ts'
import { setAttackTechniques } from '../microsoft/attack-techniques.ts'
import { readJsonText } from '../microsoft/read-json-text.ts'
import { Row } from '../microsoft/row.ts'
import { setAlertEntities } from '../microsoft/set-alert-entity.ts'
import { set } from '../microsoft/set-hunting-entities.ts'
import { setPeriod } from '../microsoft/set-period.ts'
import type { JsonObject, Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

function start(): Fields {
  const fields = createFields()
  fields['event.module'] = 'microsoft_defender_cloud'
  fields['event.dataset'] = 'microsoft_defender_cloud.event'
  fields['event.kind'] = 'alert'
  fields['observer.vendor'] = 'Microsoft'
  return fields
}

/** An alert, also as a row of Sentinel's table SecurityAlert, in which lists are texts. */
function readAlert(json: JsonObject): Parsed {
  const fields = start()
  const row = new Row(json)
  flattenJson(fields, 'microsoft_defender_cloud.event', json)
  fields['event.category'] = ['threat']
  fields['event.type'] = ['indicator']
  setAlertEntities(fields, readJsonText(json.Entities))
  setAttackTechniques(fields, readJsonText(json.Techniques) ?? json.Techniques)
  setPeriod(fields, row.text('StartTimeUtc', 'StartTime'), row.text('EndTimeUtc', 'EndTime'))
  set(fields, 'event.id', row.text('SystemAlertId'))
  set(fields, 'event.action', row.text('AlertType'))
  set(fields, 'event.provider', row.text('ProductName'))
  set(fields, 'observer.product', row.text('ProductName'))
  set(fields, 'event.severity', alertSeverity(row.text('Severity', 'AlertSeverity')))
  set(fields, 'event.url', row.text('AlertUri', 'AlertLink'))
  set(fields, 'message', row.text('AlertDisplayName', 'AlertName', 'DisplayName'))
  set(fields, 'rule.description', row.text('Description'))
  set(fields, 'threat.tactic.name', row.text('Intent', 'Tactics'))
  set(fields, 'cloud.account.id', row.text('WorkspaceSubscriptionId', 'TenantId'))
  const resource = row.text('AzureResourceId', 'ResourceId')
  if (resource !== undefined) {
    fields['cloud.provider'] ??= 'azure'
    fields['cloud.instance.id'] ??= resource
  }
  set(fields, 'host.hostname', resource === undefined ? undefined : row.text('CompromisedEntity'))
  return { time: parseIsoTime(row.text('TimeGenerated', 'EndTimeUtc') ?? '', 0), fields }
}

/** How a resource stands against a recommendation. */
function readAssessment(json: JsonObject, properties: JsonObject): Parsed {
  const fields = start()
  const row = new Row(properties)
  const status = properties.status ?? properties.Status
  const state = new Row(isObject(status) ? status : {})
  flattenJson(fields, 'microsoft_defender_cloud.event', json)
  fields['event.category'] = ['intrusion_detection']
  fields['event.type'] = ['info']
  fields['observer.product'] = 'Microsoft Defender for Cloud'
  set(fields, 'event.id', new Row(json).text('id', 'Id'))
  set(fields, 'message', row.text('displayName', 'DisplayName'))
  set(fields, 'rule.name', row.text('displayName', 'DisplayName'))
  set(fields, 'event.reason', state.text('cause', 'Cause', 'description', 'Description'))
  set(fields, 'event.severity', alertSeverity(state.text('severity', 'Severity')))
  const code = state.text('code', 'Code')?.toLowerCase()
  if (code === 'healthy') fields['event.outcome'] = 'success'
  else if (code === 'unhealthy') fields['event.outcome'] = 'failure'
  const time =
    state.text('statusChangeDate', 'StatusChangeDate') ?? row.text('timeGenerated', 'TimeGenerated')
  return { time: parseIsoTime(time ?? '', 0), fields }
}

function parse({ json }: Line): Parsed | undefined {
  if (json === undefined) return undefined
  if ('SystemAlertId' in json) return readAlert(json)
  const properties = json.properties ?? json.Properties
  return isObject(properties) ? readAssessment(json, properties) : undefined
}

export const parser: Parser = {
  name: 'defender-for-cloud',
  reads: "alerts and assessments of Microsoft Defender for Cloud, and rows of Sentinel's SecurityAlert",
  version: 1,
  clues: [
    { json: ['SystemAlertId', 'Severity'] },
    { json: ['SystemAlertId', 'AlertSeverity'] },
    { json: ['securityEventDataEnrichment', 'properties'] },
    { json: ['SecurityEventDataEnrichment', 'Properties'] },
    { json: ['assessmentEventDataEnrichment', 'properties'] },
    { json: ['subAssessmentEventDataEnrichment', 'properties'] },
  ],
  rank: 10,
  parse,
  samples: [
    '{"VendorName":"Microsoft","ProductName":"Microsoft Defender for Cloud","AlertType":"VM_LoginBruteForce","SystemAlertId":"a1","Severity":"Medium","StartTimeUtc":"2026-03-10T12:00:00Z","EndTimeUtc":"2026-03-10T12:05:00Z","TimeGenerated":"2026-03-10T12:06:00Z","AlertDisplayName":"Brute force on a machine","Description":"Many failed log-ons.","Intent":"CredentialAccess","AzureResourceId":"/subscriptions/s1/vm/vm01","CompromisedEntity":"vm01","Entities":[{"$id":"1","HostName":"vm01","Type":"host"},{"$id":"2","Address":"203.0.113.9","Type":"ip"}]}',
    '{"securityEventDataEnrichment":{"action":"Write"},"type":"Microsoft.Security/assessments","id":"/subscriptions/s1/assessments/a2","name":"a2","properties":{"displayName":"Disks should be encrypted","status":{"code":"Unhealthy","statusChangeDate":"2026-03-10T12:00:00Z"}}}',
  ],
}
