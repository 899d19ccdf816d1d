import type { Fields } from '../../event/event.ts'
import { readDirectoryAudit, readRisk, readSignIn } from '../azure/read-identity.ts'
import { setText } from '../cloud/set-text.ts'
import { createFields } from '../create-fields.ts'
import { flattenJson } from '../json/flatten-json.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

interface Shape {
  dataset: string
  prefix: string
  time: string
  read(fields: Fields, json: JsonObject): void
}

const AUDIT: Shape = {
  dataset: 'azure.auditlogs',
  prefix: 'azure.auditlogs.properties',
  time: 'activityDateTime',
  read: (fields, json) => {
    setText(fields, 'event.provider', json.loggedByService)
    readDirectoryAudit(fields, json)
    if (fields['user.email'] === undefined) setText(fields, 'user.email', fields['user.target.name'])
  },
}
const SIGN_IN: Shape = {
  dataset: 'azure.signinlogs',
  prefix: 'azure.signinlogs.properties',
  time: 'createdDateTime',
  read: (fields, json) => {
    setText(fields, 'event.provider', json.resourceDisplayName)
    setText(fields, 'service.name', json.appDisplayName)
    readSignIn(fields, json)
    setText(fields, 'event.code', fields['error.code'])
    const { deviceDetail } = json as { deviceDetail?: JsonObject }
    setText(fields, 'user_agent.original', deviceDetail?.browser)
    fields['event.action'] = 'Sign-in activity'
  },
}
const RISK: Shape = {
  dataset: 'azure.identity_protection',
  prefix: 'azure.identityprotection.properties',
  time: 'detectedDateTime',
  read: (fields, json) => {
    readRisk(fields, json)
    fields['event.action'] = 'User Risk Detection'
  },
}
const RISKY_USER: Shape = {
  dataset: 'azure.identity_protection',
  prefix: 'azure.identityprotection.properties',
  time: 'riskLastUpdatedDateTime',
  read: (fields, json) => {
    readRisk(fields, json)
    fields['event.action'] = 'Risky user'
  },
}

function shapeOf(json: JsonObject): Shape | undefined {
  if ('activityDisplayName' in json && 'initiatedBy' in json) return AUDIT
  if ('riskEventType' in json && 'detectedDateTime' in json) return RISK
  if ('riskLastUpdatedDateTime' in json && 'riskState' in json) return RISKY_USER
  return 'createdDateTime' in json && 'appId' in json ? SIGN_IN : undefined
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  const shape = json && shapeOf(json)
  if (json === undefined || shape === undefined) return undefined
  const fields = createFields()
  flattenJson(fields, shape.prefix, json)
  fields['event.module'] = 'azure'
  fields['event.dataset'] = shape.dataset
  fields['cloud.provider'] = 'azure'
  fields['cloud.service.name'] = 'Azure EntraId'
  setText(fields, 'trace.id', json.correlationId)
  shape.read(fields, json)
  return { time: parseAnyTime(json[shape.time], context), fields }
}

export const parser: Parser = {
  name: 'entra-graph',
  reads:
    'Microsoft Entra ID as the Graph API gives it: sign-ins, directory audits, risk detections, risky users',
  version: 1,
  clues: [
    { json: ['activityDisplayName', 'initiatedBy', 'activityDateTime'] },
    { json: ['riskEventType', 'detectedDateTime'] },
    { json: ['riskLastUpdatedDateTime', 'riskState'] },
    { json: ['createdDateTime', 'appId', 'conditionalAccessStatus'] },
  ],
  parse,
  samples: [
    '{"id":"d1","activityDateTime":"2026-03-10T12:00:00.1Z","activityDisplayName":"Update user","category":"UserManagement","correlationId":"c1","initiatedBy":{"user":{"id":"u1","userPrincipalName":"root@example.org"}},"loggedByService":"Core Directory","operationType":"Update","result":"success","targetResources":[{"id":"u2","type":"User","userPrincipalName":"anna@example.org"}]}',
    '{"id":"s1","createdDateTime":"2026-03-10T12:00:00Z","userDisplayName":"Anna","userPrincipalName":"anna@example.org","userId":"u2","appId":"a1","appDisplayName":"Portal","ipAddress":"192.0.2.7","conditionalAccessStatus":"success","isInteractive":true,"resourceDisplayName":"Microsoft Graph","status":{"errorCode":50126}}',
  ],
}
