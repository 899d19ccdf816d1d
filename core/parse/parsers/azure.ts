import type { Fields } from '../../event/event.ts'
import { parseAzureTime } from '../azure/parse-azure-time.ts'
import { readClaims, wordOf } from '../azure/read-activity.ts'
import { setResource } from '../azure/set-resource.ts'
import { activity, platform, STREAMS, type Stream } from '../azure/streams.ts'
import { numberOf } from '../cloud/number-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson, isObject } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { isIp } from '../text/is-ip.ts'

/** Words for how it ended: the first that says something counts. */
function outcomeOf(record: JsonObject): 'success' | 'failure' | undefined {
  for (const value of [record.resultType, record.Status, record.resultSignature, wordOf(record.status)]) {
    const word = textOf(value)?.toLowerCase()
    if (word === undefined || word === 'none') continue
    if (word === '0' || word.startsWith('succe') || word === 'completed') return 'success'
    if (word.startsWith('fail') || /^[1-9]\d{3,6}$/.test(word)) return 'failure'
  }
  return undefined
}

function streamOf(record: JsonObject): Stream {
  const category = (wordOf(record.category) ?? textOf(record.operationName) ?? '').toLowerCase()
  const named = STREAMS.get(category)
  if (named !== undefined) return named
  const changes = isObject(record.authorization) || isObject(objectOf(record.identity).authorization)
  return changes ? activity : platform
}

/** Kubernetes' audit events from AKS are JSON in a field. */
function payloadOf(record: JsonObject): { text: string } | undefined {
  const category = textOf(record.category) ?? ''
  const log = category.startsWith('kube-audit') ? textOf(objectOf(record.properties).log) : undefined
  return log === undefined ? undefined : { text: log }
}

function setCommon(fields: Fields, record: JsonObject): void {
  setText(fields, 'event.action', wordOf(record.operationName) ?? record.EventName)
  setText(fields, 'log.level', record.level ?? record.Level)
  setText(fields, 'azure.correlation_id', record.correlationId)
  setText(fields, 'azure.tenant_id', record.tenantId)
  setText(fields, 'cloud.region', record.Region)
  setText(fields, 'event.reason', record.resultReason)
  setText(fields, 'message', record.resultDescription)
  const caller = textOf(record.callerIpAddress)
  if (caller !== undefined && caller !== '<null>') {
    if (isIp(caller)) fields['client.ip'] = caller
    setEnd(fields, 'source', caller)
    if (fields['source.ip'] === undefined) delete fields['source.domain']
  }
  const duration = numberOf(record.durationMs)
  if (duration !== undefined) fields['event.duration'] = Math.round(duration * 1e6)
  const outcome = outcomeOf(record)
  if (outcome !== undefined) fields['event.outcome'] ??= outcome
}

/** Some services write the names with a capital. */
const CAPITALS = ['Category', 'OperationName', 'Properties', 'ResourceId', 'Level', 'Time']

function withSmallNames(json: JsonObject): JsonObject {
  if (!('Category' in json)) return json
  const record = { ...json }
  for (const name of CAPITALS) {
    const small = name.charAt(0).toLowerCase() + name.slice(1)
    if (name in json) record[small] ??= json[name]
  }
  return record
}

function parse({ json: raw }: Line, context: ParseContext): Parsed | undefined {
  if (raw === undefined) return undefined
  const json = withSmallNames(raw)
  const id = textOf(json.resourceId) ?? textOf(json.ResourceId)
  if (id === undefined && textOf(json.category) === undefined && !('flow.0' in json)) return undefined
  if (id !== undefined && !id.startsWith('/')) return undefined
  const stream = streamOf(json)
  if (id === undefined && stream === platform) return undefined
  const fields = createFields()
  flattenJson(fields, stream.prefix, json)
  fields['event.module'] = 'azure'
  fields['event.dataset'] = stream.dataset
  fields['cloud.provider'] = 'azure'
  if (id !== undefined) setResource(fields, id)
  stream.read(fields, json)
  readClaims(fields, json)
  setCommon(fields, json)
  const { properties } = json
  const time = json.time ?? json.timestamp ?? json.Timestamp ?? json.eventTimestamp ?? json.EventTimeString
  return {
    time: parseAzureTime(time, context) ?? parseAzureTime(objectOf(properties).createdDateTime, context),
    fields,
    payload: payloadOf(json),
  }
}

export const parser: Parser = {
  name: 'azure',
  reads:
    'Azure Monitor records: activity, sign-in (all kinds), audit, risk, Graph activity, Firewall, Application Gateway, Front Door, NSG and VNet flow, any other diagnostics',
  version: 1,
  clues: [
    { json: ['resourceId', 'category'] },
    { json: ['resourceId', 'operationName'] },
    { json: ['ResourceId', 'category'] },
    { json: ['ResourceId', 'Category'] },
    { json: ['resourceId', 'Category'] },
    { json: ['operationName', 'category', 'properties'] },
    { json: ['flow.0', 'operationName'] },
  ],
  parse,
  samples: [
    '{"time":"2026-03-10T12:00:00.1234567Z","resourceId":"/tenants/11111111-2222-3333-4444-555555555555/providers/Microsoft.aadiam","operationName":"Sign-in activity","category":"SignInLogs","tenantId":"11111111-2222-3333-4444-555555555555","resultType":"50126","durationMs":0,"callerIpAddress":"192.0.2.7","Level":4,"properties":{"id":"s1","userPrincipalName":"anna@example.org","userId":"u1","userDisplayName":"Anna","appDisplayName":"Portal","ipAddress":"192.0.2.7","status":{"errorCode":50126},"userAgent":"curl/8"}}',
    '{"time":"2026-03-10T12:00:00Z","resourceId":"/SUBSCRIPTIONS/11111111-2222-3333-4444-555555555555/RESOURCEGROUPS/NET/PROVIDERS/MICROSOFT.NETWORK/AZUREFIREWALLS/FW01","category":"AzureFirewallNetworkRule","operationName":"AzureFirewallNetworkRuleLog","properties":{"msg":"TCP request from 10.0.0.7:50123 to 198.51.100.9:445. Action: Deny. Policy: base. Rule Collection Group: g. Rule Collection: c. Rule: no-smb"}}',
    '{"time":"2026-03-10T12:00:00Z","category":"AuditLogs","operationName":"Add member to role","properties":{"id":"a1","activityDisplayName":"Add member to role","result":"success","loggedByService":"Core Directory","initiatedBy":{"user":{"id":"u1","userPrincipalName":"root@example.org","ipAddress":"192.0.2.7"}},"targetResources":[{"id":"u2","type":"User","userPrincipalName":"anna@example.org","modifiedProperties":[]}]}}',
    '{"time":"2026-03-10T12:00:00Z","category":"NetworkSecurityGroupFlowEvent","operationName":"NetworkSecurityGroupFlowEvents","resourceId":"/SUBSCRIPTIONS/S/RESOURCEGROUPS/NET/PROVIDERS/MICROSOFT.NETWORK/NETWORKSECURITYGROUPS/WEB","properties":{"Version":2,"flows":[{"rule":"DefaultRule_DenyAllInBound","flows":[{"mac":"000D3A000001","flowTuples":["1773144000,203.0.113.5,10.0.0.7,40022,22,T,I,D,B,,,,"]}]}]}}',
  ],
}
