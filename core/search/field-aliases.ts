import { SEARCH_FIELDS, storageOf } from './search-fields.ts'

/**
 * Names that say no more than the ECS field. Parsers fill that field from them, so only it is asked, and its column and
 * filters are used.
 */
const SAME: Readonly<Record<string, string>> = {
  src_ip: 'source.ip',
  srcip: 'source.ip',
  dst_ip: 'destination.ip',
  dstip: 'destination.ip',
  dest_ip: 'destination.ip',
  src_port: 'source.port',
  srcport: 'source.port',
  dst_port: 'destination.port',
  dstport: 'destination.port',
  dest_port: 'destination.port',
  'cs-method': 'http.request.method',
  'cs-user-agent': 'user_agent.original',
  'c-useragent': 'user_agent.original',
  'cs-uri-stem': 'url.path',
  'sc-status': 'http.response.status_code',
  's-ip': 'destination.ip',
}

/** Names that SIGMA and vendors give to what events carry under other names, the likeliest first. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  EventID: ['event.code', 'winlog.event_id'],
  EventCode: ['event.code', 'winlog.event_id'],
  Channel: ['winlog.channel'],
  Provider_Name: ['winlog.provider_name', 'event.provider'],
  Computer: ['winlog.computer_name', 'host.name'],
  ComputerName: ['winlog.computer_name', 'host.name'],
  Hostname: ['winlog.computer_name', 'host.name'],
  Image: ['process.executable', 'winlog.event_data.Image', 'winlog.event_data.NewProcessName'],
  NewProcessName: ['process.executable', 'winlog.event_data.NewProcessName'],
  CommandLine: ['process.command_line', 'winlog.event_data.CommandLine'],
  ParentImage: [
    'process.parent.executable',
    'winlog.event_data.ParentImage',
    'winlog.event_data.ParentProcessName',
  ],
  ParentCommandLine: ['process.parent.command_line', 'winlog.event_data.ParentCommandLine'],
  OriginalFileName: ['process.pe.original_file_name', 'winlog.event_data.OriginalFileName'],
  CurrentDirectory: ['process.working_directory', 'winlog.event_data.CurrentDirectory'],
  ProcessId: ['process.pid', 'winlog.event_data.ProcessId'],
  ProcessGuid: ['process.entity_id', 'winlog.event_data.ProcessGuid'],
  ParentProcessId: ['process.parent.pid', 'winlog.event_data.ParentProcessId'],
  User: ['user.name', 'winlog.event_data.User'],
  TargetFilename: ['file.path', 'winlog.event_data.TargetFilename'],
  TargetObject: ['registry.path', 'winlog.event_data.TargetObject'],
  SourceIp: ['source.ip', 'winlog.event_data.SourceIp'],
  SourcePort: ['source.port', 'winlog.event_data.SourcePort'],
  DestinationIp: ['destination.ip', 'winlog.event_data.DestinationIp'],
  DestinationPort: ['destination.port', 'winlog.event_data.DestinationPort'],
  DestinationHostname: ['destination.domain', 'winlog.event_data.DestinationHostname'],
  QueryName: ['dns.question.name', 'winlog.event_data.QueryName'],
  user: ['user.name'],
  username: ['user.name'],
  host: ['host.name'],
  hostname: ['host.name'],
  query: ['dns.question.name'],
  src: ['source.ip'],
  dst: ['destination.ip'],
  spt: ['source.port'],
  dpt: ['destination.port'],
  'c-ip': ['client.ip', 'source.ip'],
  'cs-username': ['user.name'],
  'c-uri': ['url.original'],
}

/** Windows' names for the data of its events: `LogonType`, `TargetUserName`. */
const EVENT_DATA = /^[A-Z][A-Za-z0-9]{1,60}$/

export const FIELD_ALIASES: readonly string[] = [...Object.keys(SAME), ...Object.keys(ALIASES)]

const KNOWN: ReadonlySet<string> = new Set([...SEARCH_FIELDS, ...FIELD_ALIASES])
const BY_LOWER_CASE: ReadonlyMap<string, string> = new Map(
  [...KNOWN].reverse().map((name) => [name.toLowerCase(), name]),
)

/**
 * The event fields that a name stands for, any of them; mostly one is the name itself, as an event may carry just that.
 * Known names are found in any case.
 */
export function fieldsOf(name: string): readonly string[] {
  const written = fieldsAsWritten(name)
  const known = KNOWN.has(name) ? undefined : BY_LOWER_CASE.get(name.toLowerCase())
  if (known === undefined) return written
  // Every event has a time, and what is asked of it no text can answer.
  if (storageOf(known).kind === 'time') return [known]
  return [...new Set([...written, ...fieldsAsWritten(known)])]
}

function fieldsAsWritten(name: string): readonly string[] {
  if (Object.hasOwn(SAME, name)) return [SAME[name] ?? name]
  if (Object.hasOwn(ALIASES, name)) return [...(ALIASES[name] ?? []), name]
  return EVENT_DATA.test(name) ? [`winlog.event_data.${name}`, name] : [name]
}
