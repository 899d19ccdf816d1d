import {
  account,
  address,
  executable,
  type FieldMap,
  filePath,
  number,
  text,
} from '../fields/field-setters.ts'
import {
  clientAddress,
  failureReason,
  filterDirection,
  logonStatus,
  logonSubStatus,
  logonType,
  member,
  principal,
  protocolNumber,
  relativeTarget,
  serviceType,
} from './security-setters.ts'
import { registryPath } from './sysmon-setters.ts'

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

/** Who logged on is the user; who asked for it stays in `winlog.event_data`. */
const logon: FieldMap = {
  ...userFrom('Target', 'user', 'TargetUserSid'),
  ...ownProcess,
  ...peer,
  TargetLogonId: text('winlog.logon.id'),
  LogonType: logonType,
  FailureReason: failureReason,
  Status: logonStatus,
  SubStatus: logonSubStatus,
}
const logoff: FieldMap = {
  ...userFrom('Target', 'user', 'TargetUserSid'),
  TargetLogonId: text('winlog.logon.id'),
  LogonType: logonType,
}
const kerberos: FieldMap = {
  ...userFrom('Target', 'user', 'TargetSid'),
  TargetUserName: principal,
  ...peer,
  ServiceName: text('service.name'),
}
const accountChange: FieldMap = { ...subject, ...userFrom('Target', 'user.target', 'TargetSid') }
const groupFields: FieldMap = { ...subject, ...userFrom('Target', 'group', 'TargetSid') }
/** The group is named twice: as what was changed, and as what its member is in. */
const both =
  (first: string, second: string): FieldMap[string] =>
  (fields, value) => {
    text(first)(fields, value)
    text(second)(fields, value)
  }
const memberChange: FieldMap = {
  ...subject,
  TargetUserName: both('group.name', 'user.target.group.name'),
  TargetDomainName: both('group.domain', 'user.target.group.domain'),
  TargetSid: both('group.id', 'user.target.group.id'),
  MemberName: member,
  MemberSid: text('user.target.id'),
}
const object: FieldMap = { ...subject, ...ownProcess, ObjectName: filePath('file') }
const share: FieldMap = {
  ...subject,
  ...peer,
  ShareName: text('file.share'),
  RelativeTargetName: relativeTarget,
}
const filtering: FieldMap = {
  ProcessId: number('process.pid'),
  ProcessID: number('process.pid'),
  Application: executable('process'),
  Direction: filterDirection,
  SourceAddress: address('source'),
  SourcePort: number('source.port'),
  DestAddress: address('destination'),
  DestPort: number('destination.port'),
  Protocol: protocolNumber,
}
const session: FieldMap = {
  AccountName: account('user'),
  AccountDomain: text('user.domain'),
  LogonID: text('winlog.logon.id'),
  ClientAddress: clientAddress,
  ClientName: text('source.domain'),
}
const task: FieldMap = { ...subject, ClientProcessId: number('process.pid') }
const radius: FieldMap = {
  SubjectUserName: account('user'),
  SubjectDomainName: text('user.domain'),
  SubjectUserSid: text('user.id'),
  ClientIPAddress: address('source'),
  ClientName: text('source.domain'),
  NASIPv4Address: address('destination'),
  Reason: text('event.reason'),
}

function each(ids: readonly number[], map: FieldMap): Record<string, FieldMap> {
  return Object.fromEntries(ids.map((id) => [String(id), map]))
}

/** Microsoft-Windows-Security-Auditing, by event id. Ids without a line here have a subject at most. */
export const securityFields: Readonly<Record<string, FieldMap>> = {
  ...each([4624, 4625, 4626, 4627], logon),
  ...each([4634, 4647], logoff),
  ...each([4649, 4964, 4675], { ...logoff, ...ownProcess }),
  4648: { ...subject, ...ownProcess, ...peer, ...userFrom('Target', 'user.target', 'TargetSid') },
  ...each([4656, 4658, 4660, 4661, 4663, 4664, 4670, 4690, 4691, 4985], object),
  4657: { ...subject, ...ownProcess, ObjectName: registryPath, ObjectValueName: text('registry.value') },
  4688: {
    ...subject,
    NewProcessId: number('process.pid'),
    NewProcessName: executable('process'),
    CommandLine: text('process.command_line'),
    ProcessId: number('process.parent.pid'),
    ParentProcessName: executable('process.parent'),
    TargetUserName: text('user.effective.name'),
    TargetDomainName: text('user.effective.domain'),
    TargetUserSid: text('user.effective.id'),
  },
  4689: { ...subject, ...ownProcess },
  4696: {
    ...subject,
    ProcessId: number('process.pid'),
    ProcessName: executable('process'),
    TargetUserName: text('user.effective.name'),
    TargetDomainName: text('user.effective.domain'),
  },
  4697: { ...subject, ServiceName: text('service.name'), ServiceType: serviceType },
  ...each([4698, 4699, 4700, 4701, 4702], task),
  4703: { ...accountChange, ...userFrom('Target', 'user.target', 'TargetUserSid'), ...ownProcess },
  ...each([4704, 4705, 4717, 4718], { ...subject, TargetSid: text('user.target.id') }),
  ...each([4720, 4722, 4723, 4724, 4725, 4726, 4738, 4740, 4767], accountChange),
  ...each([4741, 4742, 4743, 4765, 4766, 4780, 4797], accountChange),
  4781: {
    ...subject,
    OldTargetUserName: text('user.target.name'),
    TargetDomainName: text('user.target.domain'),
    TargetSid: text('user.target.id'),
    NewTargetUserName: text('user.changes.name'),
  },
  4798: {
    ...accountChange,
    CallerProcessId: number('process.pid'),
    CallerProcessName: executable('process'),
  },
  4799: { ...groupFields, CallerProcessId: number('process.pid'), CallerProcessName: executable('process') },
  ...each([4727, 4730, 4731, 4734, 4735, 4737, 4744, 4745, 4748], groupFields),
  ...each([4749, 4750, 4753, 4754, 4755, 4758, 4759, 4760, 4763, 4764], groupFields),
  ...each([4728, 4729, 4732, 4733, 4746, 4747, 4751, 4752, 4756, 4757, 4761, 4762], memberChange),
  ...each([4768, 4769, 4770, 4771, 4772, 4773, 4820, 4821], kerberos),
  ...each([4774, 4775, 4776, 4777], {
    TargetUserName: text('user.name'),
    Workstation: text('source.domain'),
    Status: logonStatus,
  }),
  ...each([4778, 4779], session),
  4794: { ...subject, Workstation: text('source.domain') },
  ...each([4800, 4801, 4802, 4803], logoff),
  4825: { AccountName: account('user'), AccountDomain: text('user.domain'), ClientAddress: clientAddress },
  ...each([4886, 4887, 4888], { Requester: account('user') }),
  ...each([4904, 4905], { ...subject, ...ownProcess }),
  ...each([5140, 5142, 5143, 5144, 5145, 5168], share),
  ...each([5148, 5149, 5150, 5151, 5152, 5153, 5154, 5155, 5156, 5157, 5158, 5159], filtering),
  ...each([5376, 5377, 5378, 5379, 5380, 5381, 5382], { ...subject, ClientProcessId: number('process.pid') }),
  ...each([5632, 5633], { ...subject, PeerMac: text('source.mac'), ReasonText: text('event.reason') }),
  ...each([6272, 6273, 6274, 6275, 6276, 6277, 6278, 6279, 6280], radius),
}

export const otherSecurityFields: FieldMap = { ...subject, ...ownProcess }
