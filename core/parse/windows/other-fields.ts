import type { Fields, Scalar } from '../../event/event.ts'
import {
  account,
  address,
  executable,
  type FieldMap,
  filePath,
  hashes,
  lowerText,
  number,
  text,
} from '../fields/field-setters.ts'
import { setUrl } from '../web/set-url.ts'
import { commandLine } from './command-line.ts'
import { classicPowershellFields, powershellFields } from './powershell-fields.ts'
import {
  filterDirection,
  hostPort,
  member,
  protocolNumber,
  serviceType,
  userName,
} from './security-setters.ts'
import { dnsAnswers, dnsQuestion } from './sysmon-setters.ts'

const each = (ids: readonly number[], map: FieldMap): Record<string, FieldMap> =>
  Object.fromEntries(ids.map((id) => [String(id), map]))

const defenderFile = filePath('file')

/** `file:_C:\a.exe; process:_pid:12`: the first file of what was found. */
function defenderPath(fields: Fields, value: Scalar): void {
  const first = String(value).split(/;|->/, 1)[0] ?? ''
  const colon = first.indexOf(':_')
  const kind = colon < 0 ? 'file' : first.slice(0, colon)
  if (kind === 'file' || kind === 'containerfile' || kind === 'startup')
    defenderFile(fields, first.slice(colon < 0 ? 0 : colon + 2))
}

const defender: FieldMap = {
  'Process Name': executable('process'),
  Path: defenderPath,
  'Detection User': account('user'),
  User: account('user'),
  'Threat Name': text('threat.indicator.name'),
  'Threat ID': text('threat.indicator.id'),
  'Remediation User': account('user.effective'),
}
const attackSurface: FieldMap = {
  ID: text('rule.id'),
  'Process Name': executable('process'),
  Path: defenderPath,
  User: account('user'),
  'Process Command Line': commandLine,
  'Parent Process Commandline': text('process.parent.command_line'),
}
const networkProtection: FieldMap = { ...attackSurface, Destination: text('url.original') }

const appLocker: FieldMap = {
  TargetUser: text('user.id'),
  TargetProcessId: number('process.pid'),
  FullFilePath: filePath('file'),
  FilePath: filePath('file'),
  FileHash: text('file.hash.sha256'),
  Package: text('package.name'),
  RuleName: text('rule.name'),
  RuleId: text('rule.id'),
  PolicyName: text('rule.ruleset'),
  TargetLogonId: text('winlog.logon.id'),
}

function url(fields: Fields, value: Scalar): void {
  const whole = String(value)
  if (whole === '' || whole === '-' || fields['url.original'] !== undefined) return
  setUrl(fields, whole)
  if (whole.includes('://')) fields['url.full'] = whole
}

/** Where a transfer goes; its job has a name besides. */
function transferUrl(fields: Fields, value: Scalar): void {
  url(fields, value)
  const { 'url.domain': domain } = fields
  if (domain !== undefined) fields['destination.domain'] ??= domain
}

const bits: FieldMap = {
  url: transferUrl,
  Url: transferUrl,
  name: text('file.name'),
  jobTitle: text('file.name'),
  string: text('file.name'),
  User: userName,
  jobOwner: userName,
  processPath: executable('process'),
  processId: number('process.pid'),
  fileLength: number('file.size'),
  bytesTotal: number('file.size'),
}

/** Proxies on the way add their addresses: the first is the client's. */
const firstAddress: FieldMap[string] = (fields, value) =>
  hostPort(fields, String(value).split(',', 1)[0] ?? '')

const federation: FieldMap = {
  RelyingParty: url,
  UserId: userName,
  IpAddress: firstAddress,
  UserAgentString: text('user_agent.original'),
}

/** Texts without data, by their labels. */
const client: FieldMap = {
  'Client Address': hostPort,
  'Client IP': hostPort,
  'Caller IP': hostPort,
  'User Name': userName,
  'Group Managed Service Account Object': member,
}

const dnsClient: FieldMap = {
  QueryName: dnsQuestion,
  QueryResults: dnsAnswers,
  QueryStatus: text('dns.response_code'),
  Address: address('destination'),
}

const session: FieldMap = {
  User: userName,
  Address: hostPort,
  Param1: text('user.name'),
  Param2: text('user.domain'),
  Param3: hostPort,
}

const rule: FieldMap = {
  RuleId: text('rule.id'),
  RuleName: text('rule.name'),
  ApplicationPath: filePath('file'),
  ServiceName: text('service.name'),
  Direction: filterDirection,
  Protocol: protocolNumber,
  ModifyingUser: text('user.id'),
  ModifyingApplication: executable('process'),
}

const task: FieldMap = {
  UserContext: userName,
  UserName: userName,
  User: userName,
  ActionName: executable('process'),
  Path: executable('process'),
  EnginePID: number('process.pid'),
  ProcessID: number('process.pid'),
}

const service: FieldMap = {
  param1: text('service.name'),
  ServiceName: text('service.name'),
  ServiceType: lowerText('service.type'),
}

/** Errors of programs: the data have no names, only places. */
const crash: FieldMap = {
  param1: text('process.name'),
  AppName: text('process.name'),
  param11: filePath('file'),
  AppPath: executable('process'),
  ModuleName: text('dll.name'),
  ModulePath: text('dll.path'),
}

const wmi: FieldMap = {
  processid: number('process.pid'),
  ClientProcessId: number('process.pid'),
  User: userName,
  ClientMachine: text('source.domain'),
}

const codeIntegrity: FieldMap = {
  FileNameBuffer: filePath('file'),
  'File Name': filePath('file'),
  ProcessNameBuffer: executable('process'),
  'Process Name': executable('process'),
  'SHA256 Hash': text('file.hash.sha256'),
  Hashes: hashes('file'),
}

/** Providers beside Security and Sysmon, by event id. */
export const otherFields: Readonly<Record<string, Readonly<Record<string, FieldMap>>>> = {
  'Microsoft-Windows-PowerShell': powershellFields,
  PowerShellCore: powershellFields,
  PowerShell: classicPowershellFields,
  'Service Control Manager': {
    ...each([7000, 7001, 7009, 7011, 7022, 7023, 7024, 7031, 7032, 7034, 7035, 7040], service),
    7036: { ...service, param2: text('service.state') },
    7045: {
      ServiceName: text('service.name'),
      ServiceType: serviceType,
      ImagePath: commandLine,
      AccountName: account('user.target'),
    },
  },
  'Microsoft-Windows-TaskScheduler': each(
    [100, 101, 102, 103, 106, 107, 108, 110, 111, 118, 119, 129, 140, 141, 142, 200, 201, 202, 203, 329],
    task,
  ),
  'Microsoft-Windows-Windows Defender': {
    ...each([1006, 1007, 1008, 1015, 1116, 1117, 1118, 1119, 1120], defender),
    ...each([1000, 1001, 1002, 1003, 1004, 1005, 1009, 1010, 1011, 1012, 1013], {
      ...defender,
      User: account('user.effective'),
    }),
    ...each([1121, 1122, 1123, 1124, 1127, 1128, 1129], attackSurface),
    ...each([1125, 1126], networkProtection),
  },
  'Microsoft-Windows-AppLocker': each(
    [8001, 8002, 8003, 8004, 8005, 8006, 8007, 8020, 8021, 8022, 8023, 8024, 8025, 8027, 8028, 8029],
    appLocker,
  ),
  'Microsoft-Windows-DNS-Client': each([1014, 3006, 3008, 3009, 3010, 3011, 3018, 3019, 3020], dnsClient),
  'AD FS Auditing': each([1200, 1201, 1202, 1203, 1204, 1205, 1206, 1207, 1210], federation),
  'Microsoft-Windows-SMBServer': each([551, 1006, 1009], client),
  'Microsoft-Windows-ActiveDirectory_DomainService': each([2946, 2947], client),
  TermDD: { 56: client },
  'Microsoft-Windows-Bits-Client': each([3, 4, 5, 59, 60, 61, 63, 64, 16403], bits),
  'Microsoft-Windows-TerminalServices-LocalSessionManager': each(
    [21, 22, 23, 24, 25, 39, 40, 41, 42],
    session,
  ),
  'Microsoft-Windows-TerminalServices-RemoteConnectionManager': { 1149: session, 1158: session },
  'Microsoft-Windows-TerminalServices-ClientActiveXCore': {
    1024: { Value: text('destination.domain') },
    1102: { Value: address('destination') },
  },
  'Microsoft-Windows-RemoteDesktopServices-RdpCoreTS': {
    131: { ClientIP: hostPort, ConnType: lowerText('network.transport') },
    140: { IPString: hostPort },
  },
  'Microsoft-Windows-Windows Firewall With Advanced Security': each(
    [2003, 2004, 2005, 2006, 2033, 2071, 2097, 2099],
    rule,
  ),
  'Microsoft-Windows-Eventlog': {
    104: { SubjectUserName: text('user.name'), SubjectDomainName: text('user.domain') },
    1102: {
      SubjectUserName: text('user.name'),
      SubjectDomainName: text('user.domain'),
      SubjectUserSid: text('user.id'),
      SubjectLogonId: text('winlog.logon.id'),
    },
    1105: { BackupPath: filePath('file') },
  },
  'Microsoft-Windows-WMI-Activity': each([5857, 5858, 5859, 5860, 5861, 11, 12, 22, 23], wmi),
  'Microsoft-Windows-CodeIntegrity': each([3001, 3033, 3034, 3063, 3065, 3076, 3077, 3089], codeIntegrity),
  'Application Error': { 1000: crash },
  'Microsoft-Windows-NTLM': each([8001, 8002, 8003, 8004], {
    TargetName: text('destination.domain'),
    UserName: text('user.name'),
    DomainName: text('user.domain'),
    Workstation: text('source.domain'),
    WorkstationName: text('source.domain'),
    ProcessName: executable('process'),
    CallerPID: number('process.pid'),
    ClientUserName: text('user.name'),
    ClientDomainName: text('user.domain'),
  }),
}
