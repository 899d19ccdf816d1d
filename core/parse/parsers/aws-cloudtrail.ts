import type { Fields } from '../../event/event.ts'
import { setIdentity } from '../aws/set-identity.ts'
import { setTls } from '../aws/set-tls.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { JsonObject, Line, Parsed, Parser } from '../parser.ts'
import { parseIsoTime } from '../time/parse-iso-time.ts'

const MAX_WHOLE = 20_000

/** What was acted on: users, groups, roles, by the names that IAM's parameters have. */
function setTarget(fields: Fields, request: JsonObject, response: JsonObject): void {
  setText(fields, 'user.target.name', request.userName ?? objectOf(response.user).userName)
  setText(fields, 'user.target.id', objectOf(response.user).userId)
  setText(fields, 'user.changes.name', request.newUserName)
  setText(fields, 'group.name', request.groupName ?? objectOf(response.group).groupName)
  setText(fields, 'group.id', request.groupId ?? objectOf(response.group).groupId)
  setText(fields, 'file.path', request.key)
}

function outcomeOf(event: JsonObject, response: JsonObject): 'success' | 'failure' {
  if (textOf(event.errorCode) !== undefined || textOf(event.errorMessage) !== undefined) return 'failure'
  return Object.values(response).some((value) => value === 'Failure') ? 'failure' : 'success'
}

/** `AWS Internal` and names of services stand where an address would. */
function setSource(fields: Fields, address: string | undefined): void {
  if (address === undefined) return
  if (address.includes(' ')) fields['source.address'] = address
  else setEnd(fields, 'source', address)
}

/** Parameters as one text too: rules ask for words anywhere in them. */
function setWhole(fields: Fields, name: string, value: JsonObject): void {
  const text = JSON.stringify(value)
  if (text.length > 2 && text.length <= MAX_WHOLE) fields[`aws.cloudtrail.${name}`] = text
}

function parse({ json }: Line): Parsed | undefined {
  const stamp = textOf(json?.eventTime)
  const name = textOf(json?.eventName) ?? textOf(objectOf(json?.insightDetails).eventName)
  if (json === undefined || stamp === undefined || !('eventSource' in json || 'insightDetails' in json))
    return undefined
  const request = objectOf(json.requestParameters)
  const response = objectOf(json.responseElements)
  const fields = createFields()
  flattenJson(fields, 'aws.cloudtrail', json)
  fields['event.module'] = 'aws'
  fields['event.dataset'] = 'aws.cloudtrail'
  fields['cloud.provider'] = 'aws'
  setText(fields, 'event.action', name)
  setText(fields, 'event.provider', json.eventSource ?? objectOf(json.insightDetails).eventSource)
  setText(fields, 'event.id', json.eventID)
  setText(fields, 'event.code', json.eventType)
  setText(fields, 'error.code', json.errorCode)
  setText(fields, 'error.message', json.errorMessage)
  setText(fields, 'cloud.region', json.awsRegion)
  setText(fields, 'user_agent.original', json.userAgent)
  setSource(fields, textOf(json.sourceIPAddress))
  setIdentity(fields, objectOf(json.userIdentity))
  setText(fields, 'cloud.account.id', json.recipientAccountId)
  setTarget(fields, request, response)
  setWhole(fields, 'request_parameters', request)
  setWhole(fields, 'response_elements', response)
  const tls = objectOf(json.tlsDetails)
  setTls(fields, textOf(tls.cipherSuite), textOf(tls.tlsVersion))
  setText(fields, 'tls.client.server_name', tls.clientProvidedHostHeader)
  fields['event.outcome'] = outcomeOf(json, response)
  return { time: parseIsoTime(stamp, 0), fields }
}

export const parser: Parser = {
  name: 'aws-cloudtrail',
  reads: 'CloudTrail: management, data, network and insight events',
  version: 1,
  clues: [{ json: ['eventName', 'eventSource', 'eventTime'] }, { json: ['insightDetails', 'eventTime'] }],
  parse,
  samples: [
    '{"eventVersion":"1.08","userIdentity":{"type":"IAMUser","principalId":"AIDA1","arn":"arn:aws:iam::123456789012:user/anna","accountId":"123456789012","userName":"anna"},"eventTime":"2026-03-10T12:00:00Z","eventSource":"iam.amazonaws.com","eventName":"CreateUser","awsRegion":"us-east-1","sourceIPAddress":"192.0.2.7","userAgent":"aws-cli/2","requestParameters":{"userName":"eve"},"responseElements":{"user":{"userName":"eve","userId":"AIDA2"}},"eventID":"e1","eventType":"AwsApiCall","recipientAccountId":"123456789012"}',
    '{"eventVersion":"1.08","userIdentity":{"type":"IAMUser","principalId":"AIDA1","accountId":"123456789012","userName":"anna"},"eventTime":"2026-03-10T12:00:00Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","awsRegion":"eu-west-1","sourceIPAddress":"203.0.113.5","userAgent":"curl/8","requestParameters":null,"responseElements":{"ConsoleLogin":"Failure"},"additionalEventData":{"MFAUsed":"No"},"eventID":"e2","eventType":"AwsConsoleSignIn"}',
  ],
}
