import type { Fields } from '../../event/event.ts'
import { decodeObject } from '../cloud/decode-object.ts'
import { numberOf } from '../cloud/number-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setNetworkType } from '../cloud/set-network-type.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson, isObject } from '../json/flatten-json.ts'
import { nameProperties, pairsOf } from '../o365/name-properties.ts'
import { ACTIONS } from '../o365/operations.ts'
import { readAlert, readDetection, readDlp } from '../o365/read-alert.ts'
import { readFile } from '../o365/read-file.ts'
import { readInvestigation } from '../o365/read-investigation.ts'
import { RECORD_TYPES } from '../o365/record-types.ts'
import { setClient } from '../o365/set-client.ts'
import { setUser } from '../o365/set-user.ts'
import type { JsonObject, Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const DLP = new Set([11, 13, 33, 63, 99, 100, 107, 144])
const ALERTS = new Set([40, 98, 115, 166])
const DETECTIONS = new Set([28, 41, 47])
const INVESTIGATIONS = new Set([64, 86, 89])

/** What a login failed by goes as a result of its own; other records say how they ended, or nothing when they did. */
function outcomeOf(record: JsonObject): 'success' | 'failure' {
  if (record.Operation === 'UserLoginFailed') return 'failure'
  const status = (textOf(record.ResultStatus) ?? '').toLowerCase()
  return status === 'false' || status.startsWith('fail') ? 'failure' : 'success'
}

/** `ExtendedProperties.UserAgent`, or in the details of changes to the directory. */
function userAgentOf(extended: JsonObject): string | undefined {
  const plain = textOf(extended.UserAgent)
  return plain ?? textOf(decodeObject(extended.additionalDetails)['User-Agent'])
}

/** The record of a shipper's event, or the line itself. */
function recordOf(json: JsonObject): JsonObject | undefined {
  const record = isObject(json.o365audit) ? json.o365audit : json
  const known = 'RecordType' in record || 'Operation' in record || isObject(json.o365audit)
  return known && ('CreationTime' in record || isObject(json.o365audit)) ? record : undefined
}

function readByType(fields: Fields, record: JsonObject, type: number): void {
  if (DLP.has(type)) readDlp(fields, record)
  else if (ALERTS.has(type)) readAlert(fields, record)
  else if (DETECTIONS.has(type)) readDetection(fields, record)
  else if (INVESTIGATIONS.has(type)) readInvestigation(fields, record)
}

function setPairs(fields: Fields, name: string, list: unknown): void {
  const pairs = pairsOf(list)
  if (pairs.length > 0) fields[name] = pairs
}

function parse({ json }: Line): Parsed | undefined {
  const raw = json && recordOf(json)
  if (raw === undefined) return undefined
  const record = nameProperties(raw)
  const fields = createFields()
  flattenJson(fields, 'o365.audit', record)
  setPairs(fields, 'o365.audit.parameter_pairs', raw.Parameters)
  setPairs(fields, 'o365.audit.operation_property_pairs', raw.OperationProperties)
  fields['event.module'] = 'o365'
  fields['event.dataset'] = 'o365.audit'
  const type = numberOf(record.RecordType) ?? Number.NaN
  if (type >= 0) fields['event.code'] = RECORD_TYPES.get(type) ?? String(type)
  const operation = textOf(record.Operation)
  if (operation !== undefined) fields['event.action'] = ACTIONS.get(operation) ?? operation
  setText(fields, 'event.id', record.Id)
  setText(fields, 'event.provider', record.Workload)
  setText(fields, 'service.name', record.Workload)
  setText(fields, 'organization.id', record.OrganizationId)
  setText(fields, 'organization.name', record.OrganizationName)
  setText(fields, 'host.id', record.OrganizationId)
  setClient(fields, record)
  setNetworkType(fields)
  setUser(fields, record)
  setText(fields, 'host.name', fields['user.domain'] ?? record.OrganizationName)
  readByType(fields, record, type)
  readFile(fields, record)
  fields['event.outcome'] ??= outcomeOf(record)
  setText(fields, 'event.reason', record.LogonError)
  setText(fields, 'user_agent.original', record.UserAgent ?? userAgentOf(objectOf(record.ExtendedProperties)))
  const time = textOf(record.CreationTime)
  return { time: time === undefined ? undefined : parseIsoTime(time, 0), fields }
}

export const parser: Parser = {
  name: 'o365-audit',
  reads:
    'audit records of Microsoft 365 (Office 365 Management Activity API), all record types and workloads',
  version: 1,
  clues: [{ json: ['RecordType', 'CreationTime'] }, { json: ['o365audit'] }],
  parse,
  samples: [
    '{"CreationTime":"2026-03-10T12:00:00","Id":"11111111-2222-3333-4444-555555555555","Operation":"UserLoginFailed","OrganizationId":"99999999-2222-3333-4444-555555555555","RecordType":15,"ResultStatus":"Failed","UserKey":"1","UserType":0,"Version":1,"Workload":"AzureActiveDirectory","ClientIP":"192.0.2.7","ObjectId":"Unknown","UserId":"anna@example.org","AzureActiveDirectoryEventType":1,"ExtendedProperties":[{"Name":"UserAgent","Value":"curl/8"}],"LogonError":"InvalidUserNameOrPassword"}',
    '{"CreationTime":"2026-03-10T12:00:00","Id":"a","Operation":"FileDownloaded","OrganizationId":"o","RecordType":6,"UserType":0,"Version":1,"Workload":"SharePoint","ClientIP":"203.0.113.5:40022","ObjectId":"https://example.sharepoint.com/sites/a/plan.docx","UserId":"anna@example.org","SourceFileName":"plan.docx","SourceFileExtension":"docx","SourceRelativeUrl":"sites/a","UserAgent":"OneDrive/24"}',
    '{"CreationTime":"2026-03-10T12:00:00","Id":"b","Operation":"AlertTriggered","OrganizationId":"o","RecordType":40,"ResultStatus":"Succeeded","UserType":4,"Version":1,"Workload":"SecurityComplianceCenter","UserId":"SecurityComplianceAlerts","AlertId":"c","Category":"ThreatManagement","Comments":"New alert","Name":"Forwarding rule created","PolicyId":"p","Severity":"Medium"}',
  ],
}
