import type { Fields } from '../../event/event.ts'
import { decodeObject } from '../cloud/decode-object.ts'
import { listOf } from '../cloud/list-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setEmail } from '../cloud/set-email.ts'
import { setEnd } from '../cloud/set-end.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import { printScalar } from '../json/print-scalar.ts'
import type { JsonObject } from '../parser.ts'

/** Sign-ins of users, services and managed identities; the record's `properties`, or the object of the Graph API. */
export function readSignIn(fields: Fields, row: JsonObject): void {
  const status = objectOf(row.status)
  setText(fields, 'event.id', row.id)
  setText(fields, 'user.id', row.userId)
  const name = textOf(row.userPrincipalName)
  if (name !== undefined) setEmail(fields, 'user', name)
  setText(fields, 'user.full_name', row.userDisplayName)
  setText(fields, 'service.name', row.resourceDisplayName ?? row.appDisplayName)
  setEnd(fields, 'source', row.ipAddress)
  setText(fields, 'client.ip', fields['source.ip'])
  setText(fields, 'user_agent.original', row.userAgent)
  setText(fields, 'host.name', objectOf(row.deviceDetail).displayName)
  setText(fields, 'host.os.full', objectOf(row.deviceDetail).operatingSystem)
  setText(fields, 'device.id', objectOf(row.deviceDetail).deviceId)
  setText(fields, 'error.code', status.errorCode)
  setText(
    fields,
    'error.message',
    status.failureReason === 'Other.' ? undefined : (status.failureReason ?? status.additionalDetails),
  )
  setText(fields, 'message', fields['error.message'])
  const code = textOf(status.errorCode)
  if (code !== undefined) fields['event.outcome'] ??= code === '0' ? 'success' : 'failure'
}

interface Target {
  user: JsonObject | undefined
  device: JsonObject | undefined
  group: JsonObject | undefined
}

function targetsOf(row: JsonObject): Target {
  const targets = listOf(row.targetResources).slice(0, 100).map(objectOf)
  const ofType = (type: string): JsonObject | undefined =>
    targets.find((target) => printScalar(target.type).toLowerCase() === type)
  return {
    user: ofType('user') ?? targets.find((target) => textOf(target.userPrincipalName) !== undefined),
    device: ofType('device'),
    group: ofType('group'),
  }
}

/** `"NAME"` in quotes, as changes of the directory carry values. */
const bare = (value: unknown): string | undefined => textOf(value)?.replace(/^"/, '').replace(/"$/, '')

function changedTo(row: JsonObject, name: string): string | undefined {
  for (const target of listOf(row.targetResources).slice(0, 100)) {
    for (const change of listOf(objectOf(target).modifiedProperties).slice(0, 500)) {
      const { displayName, newValue } = objectOf(change)
      if (displayName === name) return bare(newValue)
    }
  }
  return undefined
}

function additional(row: JsonObject, key: string): string | undefined {
  for (const detail of listOf(row.additionalDetails).slice(0, 200)) {
    const one = objectOf(detail)
    if (one.key === key) return textOf(one.value)
  }
  return undefined
}

/** Changes of the directory. */
export function readDirectoryAudit(fields: Fields, row: JsonObject): void {
  const by = objectOf(row.initiatedBy)
  const user = objectOf(by.user)
  const app = objectOf(by.app)
  setText(fields, 'event.action', row.activityDisplayName)
  setText(fields, 'event.id', row.id)
  const result = textOf(row.result)?.toLowerCase()
  if (result === 'success' || result === 'failure') fields['event.outcome'] ??= result
  setText(fields, 'event.reason', row.resultReason)
  setText(fields, 'user.id', user.id ?? app.servicePrincipalId)
  setText(fields, 'user.full_name', user.displayName)
  const name = textOf(user.userPrincipalName)
  setText(fields, 'user.name', name ?? app.displayName)
  if (name?.includes('@')) setText(fields, 'user.email', name)
  setEnd(fields, 'source', user.ipAddress === '<null>' ? undefined : user.ipAddress)
  setText(fields, 'user_agent.original', row.userAgent ?? additional(row, 'User-Agent'))
  const target = targetsOf(row)
  setText(fields, 'user.target.id', target.user?.id)
  const targetName = textOf(target.user?.userPrincipalName)
  if (targetName !== undefined) setText(fields, 'user.target.name', targetName)
  setText(fields, 'host.name', target.device?.displayName)
  setText(fields, 'host.id', target.device?.id)
  setText(fields, 'group.id', target.group?.id ?? changedTo(row, 'Group.ObjectID'))
  setText(fields, 'group.name', target.group?.displayName ?? changedTo(row, 'Group.DisplayName'))
  setText(fields, 'service.name', row.loggedByService)
}

/** What Identity Protection found about a user, a service or a sign-in. */
export function readRisk(fields: Fields, row: JsonObject): void {
  setText(fields, 'event.id', row.id)
  setText(fields, 'event.reason', row.riskEventType ?? row.riskType ?? row.riskDetail)
  setText(fields, 'user.id', row.userId ?? row.servicePrincipalId)
  const name = textOf(row.userPrincipalName)
  if (name !== undefined) setEmail(fields, 'user', name)
  setText(fields, 'user.full_name', row.userDisplayName)
  setEnd(fields, 'source', row.ipAddress)
  setText(fields, 'azure.risk_level', row.riskLevel)
  setText(fields, 'azure.risk_state', row.riskState)
  const info = textOf(row.additionalInfo)
  if (info === undefined || !info.startsWith('[')) return
  // [{"Key":"userAgent","Value":".."}]
  const items = listOf(decodeObject(`{"items":${info}}`).items)
    .slice(0, 50)
    .map(objectOf)
  setText(fields, 'user_agent.original', items.find(({ Key }) => Key === 'userAgent')?.Value)
  const mitre = textOf(items.find(({ Key }) => Key === 'mitreTechniques')?.Value)
  if (mitre !== undefined) fields['threat.technique.id'] = mitre.split(',', 20).map((id) => id.trim())
}
