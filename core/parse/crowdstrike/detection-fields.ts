import type { Fields } from '../../event/event.ts'
import { printTime } from '../../event/print-time.ts'
import type { FieldMap, FieldSetter } from '../fields/field-setters.ts'
import { account, executable, number, text } from '../fields/field-setters.ts'
import { all, instant, onlyIp } from '../saas/value-setters.ts'
import { baseName } from '../text/base-name.ts'

/** Falcon writes 0 for a time that did not come yet, Windows' 100 ns since 1601 in identity detections. */
const falconInstant =
  (field: string): FieldSetter =>
  (fields, value) => {
    const number = Number(value)
    if (number > 1e17 && number < 3e17) {
      const milliseconds = Math.round(number / 1e4) - 11_644_473_600_000
      fields[field] ??= printTime(BigInt(milliseconds) * 1_000_000n)
    } else instant(field)(fields, value)
  }

/** Audits name the user by his id alone, which is his mail address. */
const userId: FieldSetter = (fields, value) => {
  const id = String(value)
  if (id === '') return
  fields['user.id'] ??= id
  if (fields['user.name'] === undefined) fields['user.name'] = id
  if (id.includes('@')) fields['user.email'] ??= id
}

const EVENT: FieldMap = {
  UserName: (fields, value) => {
    account('user')(fields, value)
    if (String(value).includes('@')) fields['user.email'] ??= String(value)
  },
  SourceAccountName: text('user.name'),
  SourceAccountDomain: text('user.domain'),
  SourceAccountObjectSid: text('user.id'),
  UserSid: text('user.id'),
  UserId: userId,
  LogonDomain: text('user.domain'),
  ComputerName: text('host.name'),
  HostName: text('host.name'),
  Hostname: text('host.name'),
  HostnameField: text('host.name'),
  SourceEndpointHostName: text('host.name'),
  EndpointName: text('host.hostname'),
  MachineDomain: text('host.domain'),
  Platform: text('host.os.platform'),
  SensorId: text('device.id'),
  AgentId: text('device.id'),
  DeviceId: text('device.id'),
  MACAddress: text('host.mac'),
  UserIp: all(onlyIp('source.ip'), text('source.address')),
  UserSourceIp: all(onlyIp('source.ip'), text('source.address')),
  LocalIP: onlyIp('source.ip'),
  MobileDetectionId: text('event.id'),
  IdentityProtectionIncidentId: text('event.id'),
  IncidentId: text('event.id'),
  LeadId: text('event.id'),
  FalconHostLink: text('event.reference'),
  ReportUrl: text('event.reference'),
  EventSource: text('event.provider'),
  Severity: number('event.severity'),
  StartTime: falconInstant('event.start'),
  SignalStartTimestamp: falconInstant('event.start'),
  StartTimestamp: falconInstant('event.start'),
  EndTime: falconInstant('event.end'),
  SignalEndTimestamp: falconInstant('event.end'),
  EndTimestamp: falconInstant('event.end'),
  DetectId: text('rule.id'),
  CompositeId: text('rule.id'),
  RuleId: text('rule.id'),
  DetectName: text('rule.name'),
  RuleName: text('rule.name'),
  Name: text('rule.name'),
  DetectDescription: text('rule.description'),
  Description: text('rule.description'),
  RuleDescription: text('rule.description'),
  PatternId: text('rule.uuid'),
  RuleFamilyID: text('rule.category'),
  RuleGroupName: text('rule.ruleset'),
  PolicyStatement: text('rule.description'),
  FileName: text('process.name'),
  FilePath: all(text('file.path'), text('process.working_directory')),
  CommandLine: text('process.command_line'),
  ImageFileName: executable('process'),
  ProcessId: number('process.pid'),
  PID: number('process.pid'),
  ProcessStartTime: falconInstant('process.start'),
  ProcessEndTime: falconInstant('process.end'),
  ParentProcessId: number('process.parent.pid'),
  ParentCommandLine: text('process.parent.command_line'),
  ParentImageFilePath: text('process.parent.executable'),
  ParentImageFileName: (fields, value) => {
    const path = String(value)
    if (/[\\/]/.test(path)) fields['process.parent.executable'] ??= path
    if (path !== '') fields['process.parent.name'] ??= baseName(path)
  },
  GrandparentCommandLine: text('process.group_leader.command_line'),
  GrandparentImageFileName: executable('process.group_leader'),
  SHA256String: text('file.hash.sha256'),
  SHA1String: text('file.hash.sha1'),
  MD5String: text('file.hash.md5'),
  ServiceName: text('service.name'),
  AccountId: text('cloud.account.id'),
  CloudPlatform: text('cloud.provider'),
  CloudProvider: text('cloud.provider'),
  CloudService: text('cloud.service.name'),
  Region: text('cloud.region'),
  ApplicationName: text('network.application'),
  'properties.UserName': text('user.name'),
  'properties.UserSid': text('user.id'),
  'properties.LogonDomain': text('user.domain'),
  'properties.ComputerName': text('host.name'),
  'properties.TargetFileName': (fields, value) => {
    fields['file.path'] ??= String(value)
    fields['file.name'] ??= baseName(String(value))
  },
  'properties.LocalAddressIP4': all(onlyIp('source.ip'), text('source.address')),
  'properties.externalIpAddress': onlyIp('source.nat.ip'),
  'properties.accountId': text('cloud.account.id'),
  'properties.instanceId': text('cloud.instance.id'),
  'properties.zone_group': text('cloud.region'),
}

/** What many fields of Falcon's detections and audits mean. @param prefix of their names: `event.` in the stream */
export function detectionFields(prefix: string): FieldMap {
  return Object.fromEntries(Object.entries(EVENT).map(([name, set]) => [prefix + name, set]))
}

/** Fields of ECS that are lists. */
export function detectionLists(prefix: string): Record<string, string> {
  return {
    [`${prefix}LocalIP`]: 'host.ip',
    [`${prefix}EndpointIp`]: 'host.ip',
    [`${prefix}SourceEndpointIpAddress`]: 'host.ip',
    [`${prefix}Tactic`]: 'threat.tactic.name',
    [`${prefix}TacticId`]: 'threat.tactic.id',
    [`${prefix}Technique`]: 'threat.technique.name',
    [`${prefix}TechniqueId`]: 'threat.technique.id',
    [`${prefix}MitreAttack.Tactic`]: 'threat.tactic.name',
    [`${prefix}MitreAttack.TacticID`]: 'threat.tactic.id',
    [`${prefix}MitreAttack.Technique`]: 'threat.technique.name',
    [`${prefix}MitreAttack.TechniqueID`]: 'threat.technique.id',
  }
}

/** What follows from several fields of a detection. @param own prefix of Falcon's names: `crowdstrike.event` */
export function finishDetection(fields: Fields, own: string): void {
  const disposition = fields[`${own}.PatternDispositionDescription`]
  if (typeof disposition === 'string' && disposition !== '') fields['event.action'] ??= disposition
  const path = fields['file.path']
  const name = fields['process.name']
  if (path !== undefined && name !== undefined) fields['file.name'] ??= name
  if (fields['threat.tactic.name'] !== undefined) {
    const ids = fields['threat.technique.id']
    const mitre = Array.isArray(ids) && ids.some((id) => String(id).startsWith('T'))
    fields['threat.framework'] = mitre ? 'MITRE ATT&CK' : 'CrowdStrike Falcon Detections Framework'
  }
  const description = fields['rule.description']
  if (description !== undefined) fields.message ??= description
}
