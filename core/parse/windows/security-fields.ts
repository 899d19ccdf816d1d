import type { Fields, Scalar } from '../../event/event.ts'
import {
  account,
  address,
  executable,
  type FieldMap,
  filePath,
  lowerText,
  number,
  text,
} from '../fields/field-setters.ts'

const userFrom = (who: 'Subject' | 'Target', prefix: string, sid: string): FieldMap => ({
  [`${who}UserName`]: text(`${prefix}.name`),
  [`${who}DomainName`]: text(`${prefix}.domain`),
  [sid]: text(`${prefix}.id`),
})
const subject: FieldMap = {
  ...userFrom('Subject', 'user', 'SubjectUserSid'),
  SubjectLogonId: text('winlog.logon.id'),
}
const ownProcess: FieldMap = { ProcessId: number('process.pid'), ProcessName: executable('process') }
const peer: FieldMap = {
  IpAddress: address('source'),
  IpPort: number('source.port'),
  WorkstationName: text('source.domain'),
}

const LOGON_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    2: 'Interactive',
    3: 'Network',
    4: 'Batch',
    5: 'Service',
    7: 'Unlock',
    8: 'NetworkCleartext',
    9: 'NewCredentials',
    10: 'RemoteInteractive',
    11: 'CachedInteractive',
  }),
)

function logonType(fields: Fields, value: Scalar): void {
  const name = LOGON_TYPES.get(String(value))
  if (name !== undefined) fields['winlog.logon.type'] ??= name
}

/** Who logged on is the user; who asked for it stays in `winlog.event_data`. */
const logon: FieldMap = {
  ...userFrom('Target', 'user', 'TargetUserSid'),
  ...ownProcess,
  ...peer,
  TargetLogonId: text('winlog.logon.id'),
  LogonType: logonType,
}
const logoff: FieldMap = {
  ...userFrom('Target', 'user', 'TargetUserSid'),
  TargetLogonId: text('winlog.logon.id'),
  LogonType: logonType,
}
/** `anna@EXAMPLE.ORG`: the realm is the domain, which has its own field. */
function principal(fields: Fields, value: Scalar): void {
  const name = String(value).split('@', 1)[0] ?? ''
  if (name !== '' && name !== '-') fields['user.name'] ??= name
}

const kerberos: FieldMap = {
  ...userFrom('Target', 'user', 'TargetSid'),
  TargetUserName: principal,
  ...peer,
  ServiceName: text('service.name'),
}
const accountChange: FieldMap = { ...subject, ...userFrom('Target', 'user.target', 'TargetSid') }

/** `CN=Anna,OU=Staff,DC=example,DC=org`: the member of a group. */
function member(fields: Fields, value: Scalar): void {
  const name = /^CN=((?:[^,\\]|\\.)*)/i.exec(String(value))?.[1]
  if (name !== undefined && name !== '') fields['user.target.name'] ??= name
}

const groupChange: FieldMap = {
  ...subject,
  ...userFrom('Target', 'group', 'TargetSid'),
  MemberName: member,
  MemberSid: text('user.target.id'),
}
const object: FieldMap = { ...subject, ...ownProcess, ObjectName: filePath('file') }
const share: FieldMap = {
  ...subject,
  ...peer,
  ShareName: text('file.share'),
  RelativeTargetName: text('file.target_path'),
}
const filtering: FieldMap = {
  ProcessId: number('process.pid'),
  ProcessID: number('process.pid'),
  Application: executable('process'),
  SourceAddress: address('source'),
  SourcePort: number('source.port'),
  DestAddress: address('destination'),
  DestPort: number('destination.port'),
}
const remoteDesktop: FieldMap = {
  AccountName: account('user'),
  AccountDomain: text('user.domain'),
  LogonID: text('winlog.logon.id'),
  ClientAddress: address('source'),
  ClientName: text('source.domain'),
}

function each(ids: readonly number[], map: FieldMap): Record<string, FieldMap> {
  return Object.fromEntries(ids.map((id) => [String(id), map]))
}

/** Microsoft-Windows-Security-Auditing, by event id. Ids without a line here have a subject at most. */
export const securityFields: Readonly<Record<string, FieldMap>> = {
  ...each([4624, 4625], logon),
  ...each([4634, 4647], logoff),
  4648: { ...subject, ...ownProcess, ...peer, ...userFrom('Target', 'user.target', 'TargetSid') },
  ...each([4656, 4658, 4660, 4663, 4670], object),
  4688: {
    ...subject,
    NewProcessId: number('process.pid'),
    NewProcessName: executable('process'),
    CommandLine: text('process.command_line'),
    ProcessId: number('process.parent.pid'),
    ParentProcessName: executable('process.parent'),
    TargetUserName: text('user.effective.name'),
    TargetDomainName: text('user.effective.domain'),
  },
  4689: { ...subject, ...ownProcess },
  4697: { ...subject, ServiceName: text('service.name'), ServiceType: lowerText('service.type') },
  ...each(
    [4720, 4722, 4723, 4724, 4725, 4726, 4738, 4740, 4767, 4741, 4742, 4743, 4781, 4797, 4798],
    accountChange,
  ),
  ...each([4727, 4728, 4729, 4730, 4731, 4732, 4733, 4734, 4735, 4737, 4744, 4745, 4746, 4747], groupChange),
  ...each([4748, 4749, 4750, 4751, 4752, 4753, 4754, 4755, 4756, 4757, 4758, 4759, 4760, 4761], groupChange),
  ...each([4762, 4763, 4764, 4799], groupChange),
  ...each([4768, 4769, 4770, 4771], kerberos),
  4776: { TargetUserName: text('user.name'), Workstation: text('source.domain') },
  ...each([4778, 4779], remoteDesktop),
  ...each([5140, 5145], share),
  ...each([5152, 5154, 5156, 5157, 5158, 5159], filtering),
}

export const otherSecurityFields: FieldMap = { ...subject, ...ownProcess }
