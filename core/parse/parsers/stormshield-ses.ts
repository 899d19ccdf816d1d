import type { Fields } from '../../event/event.ts'
import { executable, filePath, number, text } from '../fields/field-setters.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { createProductReader } from '../saas/create-product-reader.ts'
import { all, peer } from '../saas/value-setters.ts'

const read = createProductReader({
  prefix: 'stormshield.ses',
  dataset: 'stormshield.ses',
  constants: { 'observer.vendor': 'Stormshield', 'observer.product': 'Stormshield Endpoint Security' },
  times: ['Timestamp'],
  map: {
    TypeComputedMap: text('event.code'),
    EventGuid: text('event.id'),
    Severity: number('event.severity'),
    'AdditionalData.AgentName': text('host.name'),
    'AdditionalData.Message': all(text('event.reason'), text('message')),
    'AdditionalData.PolicyName': text('rule.ruleset'),
    'SpecificData.Action.RuleGuid': bare('rule.uuid'),
    'SpecificData.RuleGuid': bare('rule.uuid'),
    'SpecificData.CreatedProcess.ProcessImageName': executable('process'),
    'SpecificData.CreatedProcess.ProcessCommandLine': text('process.command_line'),
    'SpecificData.CreatedProcess.PID': number('process.pid'),
    'SpecificData.SourceProcess.ProcessImageName': executable('process'),
    'SpecificData.SourceProcess.ProcessCommandLine': text('process.command_line'),
    'SpecificData.SourceProcess.PID': number('process.pid'),
    'SpecificData.ParentProcess.ProcessImageName': executable('process.parent'),
    'SpecificData.ParentProcess.ProcessCommandLine': text('process.parent.command_line'),
    'SpecificData.ParentProcess.PID': number('process.parent.pid'),
    'SpecificData.User': text('user.id'),
    'SpecificData.UserNameLookup': text('user.name'),
    'SpecificData.UserDomainLookup': text('user.domain'),
    'SpecificData.ValueName': text('registry.value'),
    'SpecificData.ValueDataTypeComputedMap': text('registry.data.type'),
    'SpecificData.FileDetails.HashMd5': text('file.hash.md5'),
    'SpecificData.FileDetails.HashSha1': text('file.hash.sha1'),
    'SpecificData.FileDetails.HashSha256': text('file.hash.sha256'),
    'SpecificData.FileDetails.Path': filePath('file'),
    'SpecificData.MatchingPath': filePath('file'),
    'SpecificData.RemoteAddress': peer('destination'),
    'SpecificData.RemotePort': number('destination.port'),
    'SpecificData.LocalAddress': peer('source'),
    'SpecificData.LocalPort': number('source.port'),
    'SpecificData.OperationComputedMap': text('event.action'),
  },
  lists: {
    'AdditionalData.AgentAddresses': 'host.ip',
    'AdditionalData.AttackMitreTacticId': 'threat.tactic.id',
    'AdditionalData.AttackMitreTacticName': 'threat.tactic.name',
    'AdditionalData.AttackMitreTechnicId': 'threat.technique.id',
    'AdditionalData.AttackMitreTechnicName': 'threat.technique.name',
  },
  finish,
})

function bare(field: string) {
  return (fields: Fields, value: string | number | boolean): void => {
    fields[field] ??= String(value).replace(/^\{|\}$/g, '')
  }
}

/** A path is a key of the registry or a file, by the kind of event. */
function finish(fields: Fields): void {
  const kind = String(fields['event.code'] ?? '')
  const path = fields['stormshield.ses.SpecificData.Path']
  if (typeof path === 'string' && path !== '') {
    if (!kind.startsWith('Registry')) filePath('file')(fields, path)
    else setRegistry(fields, path)
  }
  if (fields['stormshield.ses.GenerateIncident'] === true) fields['event.kind'] = 'alert'
}

function setRegistry(fields: Fields, path: string): void {
  fields['registry.path'] = path
  const slash = path.indexOf('\\')
  if (slash < 1) return
  fields['registry.hive'] = path.slice(0, slash)
  fields['registry.key'] = path.slice(slash + 1)
}

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  return json !== undefined && 'TypeComputedMap' in json ? read(json, context) : undefined
}

export const parser: Parser = {
  name: 'stormshield-ses',
  reads: 'Stormshield Endpoint Security Evolution',
  version: 1,
  clues: [{ json: ['TypeComputedMap', 'EventGuid'] }],
  parse,
  samples: [
    '{"Version":1,"Type":1,"TypeComputedMap":"ProcessExecution","Severity":2,"EventGuid":"{e7}","Timestamp":"2026-03-10T12:00:00.0000000+00:00","SpecificData":{"CreatedProcess":{"PID":4012,"ProcessImageName":"C:\\\\Windows\\\\System32\\\\cmd.exe","ProcessCommandLine":"cmd.exe /c x"},"ParentProcess":{"PID":812,"ProcessImageName":"C:\\\\Windows\\\\explorer.exe"},"User":"S-1-5-21-7"}}',
    '{"Version":1,"Type":2,"TypeComputedMap":"RegistryValueCreate","Severity":4,"EventGuid":"{e8}","Timestamp":"2026-03-10T12:00:00.0000000+00:00","SpecificData":{"Path":"HKEY_LOCAL_MACHINE\\\\SOFTWARE\\\\x","ValueName":"y"}}',
  ],
}
