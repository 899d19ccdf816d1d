import type { Random } from '../create-random.ts'
import { inside, type Noise, type Place } from './noise.ts'

const SECURITY = ['Security', 'Microsoft-Windows-Security-Auditing'] as const
const SYSMON = ['Microsoft-Windows-Sysmon/Operational', 'Microsoft-Windows-Sysmon'] as const
const SYSTEM = ['System', 'Service Control Manager'] as const
const POWERSHELL = ['Microsoft-Windows-PowerShell/Operational', 'Microsoft-Windows-PowerShell'] as const

const PROGRAMS = [
  ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'chrome.exe --type=renderer'],
  ['C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE', 'OUTLOOK.EXE'],
  ['C:\\Windows\\System32\\svchost.exe', 'C:\\Windows\\System32\\svchost.exe -k netsvcs -p -s Schedule'],
  ['C:\\Windows\\System32\\taskhostw.exe', 'taskhostw.exe SYSTEM'],
  ['C:\\Windows\\System32\\conhost.exe', '\\??\\C:\\Windows\\System32\\conhost.exe 0xffffffff -ForceV1'],
  ['C:\\Windows\\System32\\gpupdate.exe', 'gpupdate /target:computer'],
  [
    'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
    'powershell.exe -ExecutionPolicy AllSigned -File C:\\Scripts\\inventory.ps1',
  ],
  ['C:\\Windows\\System32\\net.exe', 'net use P: \\\\print01\\queue'],
] as const

const SCRIPTS = [
  'Get-ADUser -Filter * -Properties LastLogonDate | Export-Csv C:\\Reports\\users.csv',
  'Get-Service | Where-Object Status -eq Stopped',
  'Import-Module C:\\Scripts\\Inventory.psm1',
  'Get-MpComputerStatus | Select-Object AntivirusSignatureLastUpdated',
] as const

const SERVICES = [
  'Windows Update',
  'Background Intelligent Transfer Service',
  'Print Spooler',
  'Windows Time',
] as const

export interface WindowsEvent {
  channel: string
  provider: string
  id: number
  host: string
  data: Record<string, string | number>
}

type Make = (place: Place, random: Random, host: string) => Omit<WindowsEvent, 'host'>

const event = ([channel, provider]: readonly [string, string], id: number, data: WindowsEvent['data']) => ({
  ...{ channel, provider, id, data },
})

const logon: Make = (place, random) => {
  const type = random.weighted([
    [6, 3],
    [2, 2],
    [3, 5],
    [1, 7],
  ])
  const user = type === 5 ? 'SYSTEM' : random.pick(place.people)
  return event(SECURITY, 4624, {
    SubjectUserName: '-',
    TargetUserName: user,
    TargetDomainName: type === 5 ? 'NT AUTHORITY' : place.windowsDomain,
    LogonType: type,
    AuthenticationPackageName: type === 5 ? 'Negotiate' : 'Kerberos',
    IpAddress: type === 3 ? inside(place, random) : '-',
    IpPort: type === 3 ? random.int(49_152, 65_000) : '-',
    TargetLogonId: `0x${random.hex(6)}`,
  })
}

const logoff: Make = (place, random) =>
  event(SECURITY, 4634, {
    TargetUserName: random.pick(place.people),
    TargetDomainName: place.windowsDomain,
    LogonType: random.pick([2, 3, 3, 3]),
    TargetLogonId: `0x${random.hex(6)}`,
  })

const failedLogon: Make = (place, random) =>
  event(SECURITY, 4625, {
    TargetUserName: random.pick(place.people),
    TargetDomainName: place.windowsDomain,
    LogonType: 2,
    AuthenticationPackageName: 'Negotiate',
    Status: '0xc000006d',
    SubStatus: '0xc000006a',
    IpAddress: '127.0.0.1',
  })

const created: Make = (place, random) => {
  const [image, command] = random.pick(PROGRAMS)
  return event(SECURITY, 4688, {
    SubjectUserName: random.pick(place.people),
    SubjectDomainName: place.windowsDomain,
    NewProcessName: image,
    NewProcessId: `0x${random.hex(4)}`,
    CommandLine: command,
    ParentProcessName: 'C:\\Windows\\explorer.exe',
  })
}

const sysmonCreated: Make = (place, random) => {
  const [image, command] = random.pick(PROGRAMS)
  return event(SYSMON, 1, {
    UtcTime: '{sqlms}',
    Image: image,
    CommandLine: command,
    ParentImage: 'C:\\Windows\\explorer.exe',
    ProcessId: random.int(900, 20_000),
    User: `${place.windowsDomain}\\${random.pick(place.people)}`,
    Hashes: `SHA256=${random.hex(64).toUpperCase()}`,
  })
}

const sysmonQuery: Make = (place, random) =>
  event(SYSMON, 22, {
    UtcTime: '{sqlms}',
    Image: 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    QueryName: random.pick(['www.example.org', 'outlook.example.com', `intranet.${place.domain}`]),
    QueryStatus: 0,
    QueryResults: '::ffff:198.51.100.9;',
    User: `${place.windowsDomain}\\${random.pick(place.people)}`,
  })

const serviceState: Make = (_, random) =>
  event(SYSTEM, 7036, { param1: random.pick(SERVICES), param2: random.pick(['running', 'stopped']) })

const script: Make = (_, random) =>
  event(POWERSHELL, 4104, {
    ScriptBlockText: random.pick(SCRIPTS),
    ScriptBlockId: random.hex(12),
    MessageNumber: 1,
  })

/** One everyday event of a Windows domain, whatever the shape it is shipped in. */
export function everydayWindowsEvent(place: Place, random: Random): WindowsEvent {
  const host = random.pick(place.hosts)
  const make = random.weighted<Make>([
    [30, logon],
    [22, logoff],
    [2, failedLogon],
    [16, created],
    [14, sysmonCreated],
    [8, sysmonQuery],
    [5, serviceState],
    [3, script],
  ])
  return { host, ...make(place, random, host) }
}

/** As NXLog ships it: everything at the top level. */
export const windowsNoise: Noise = (place, random) => {
  const { channel, provider, id, host, data } = everydayWindowsEvent(place, random)
  const line = {
    EventTime: '{sql}',
    Hostname: `${host}.${place.domain}`,
    Channel: channel,
    SourceName: provider,
    EventID: id,
    ...data,
  }
  return [{ after: 0, text: JSON.stringify(line) }]
}
