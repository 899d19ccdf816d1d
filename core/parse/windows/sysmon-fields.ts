import {
  account,
  address,
  executable,
  type FieldMap,
  type FieldSetter,
  filePath,
  hashes,
  lowerText,
  number,
  text,
} from '../fields/field-setters.ts'
import {
  connectionDirection,
  dnsAnswers,
  dnsQuestion,
  ipFamily,
  registryData,
  registryPath,
  ruleName,
} from './sysmon-setters.ts'

const actor: FieldMap = {
  ProcessGuid: text('process.entity_id'),
  ProcessId: number('process.pid'),
  Image: executable('process'),
  User: account('user'),
  RuleName: ruleName,
}
const versionOf = (prefix: string): FieldMap => ({
  Company: text(`${prefix}.pe.company`),
  Description: text(`${prefix}.pe.description`),
  Product: text(`${prefix}.pe.product`),
  FileVersion: text(`${prefix}.pe.file_version`),
  OriginalFileName: text(`${prefix}.pe.original_file_name`),
  Hashes: hashes(prefix),
})
const signatureOf = (prefix: string): FieldMap => ({
  Signature: text(`${prefix}.code_signature.subject_name`),
  SignatureStatus: text(`${prefix}.code_signature.status`),
})
const target: FieldMap = {
  ...actor,
  TargetFilename: filePath('file'),
  Hashes: hashes('file'),
  Hash: hashes('file'),
}
const source: FieldMap = {
  SourceProcessGuid: text('process.entity_id'),
  SourceProcessGUID: text('process.entity_id'),
  SourceProcessId: number('process.pid'),
  SourceThreadId: number('process.thread.id'),
  SourceImage: executable('process'),
  SourceUser: account('user'),
}
/** A library is a file too, which whoever searches for files must find. */
const both =
  (...setters: readonly FieldSetter[]): FieldSetter =>
  (fields, value) => {
    for (const set of setters) set(fields, value)
  }
const loaded = both(filePath('dll'), filePath('file'))
const loadedHashes = both(hashes('dll'), hashes('file'))
const pipe: FieldMap = { ...actor, PipeName: text('file.name') }

const registry: FieldMap = { ...actor, TargetObject: registryPath, Details: registryData }

/** Microsoft-Windows-Sysmon, by event id. */
export const sysmonFields: Readonly<Record<string, FieldMap>> = {
  1: {
    ...actor,
    ...versionOf('process'),
    CommandLine: text('process.command_line'),
    CurrentDirectory: text('process.working_directory'),
    ParentProcessGuid: text('process.parent.entity_id'),
    ParentProcessId: number('process.parent.pid'),
    ParentImage: executable('process.parent'),
    ParentCommandLine: text('process.parent.command_line'),
    ParentUser: account('process.parent.user'),
  },
  2: target,
  3: {
    ...actor,
    Protocol: lowerText('network.transport'),
    Initiated: connectionDirection,
    SourceIsIpv6: ipFamily,
    SourceIp: address('source'),
    SourceHostname: text('source.domain'),
    SourcePort: number('source.port'),
    DestinationIp: address('destination'),
    DestinationHostname: text('destination.domain'),
    DestinationPort: number('destination.port'),
    DestinationPortName: text('network.protocol'),
  },
  5: actor,
  6: { ImageLoaded: filePath('file'), Hashes: hashes('file'), ...signatureOf('file') },
  7: {
    ...actor,
    ...versionOf('dll'),
    ...signatureOf('dll'),
    ImageLoaded: loaded,
    Hashes: loadedHashes,
  },
  8: source,
  9: { ...actor, Device: filePath('file') },
  10: source,
  11: target,
  12: registry,
  13: registry,
  14: registry,
  15: target,
  17: pipe,
  18: pipe,
  19: { User: account('user') },
  20: { User: account('user'), Destination: executable('process') },
  21: { User: account('user') },
  22: { ...actor, QueryName: dnsQuestion, QueryResults: dnsAnswers },
  23: target,
  24: actor,
  25: { ...actor, Type: text('message') },
  26: target,
  27: target,
  28: target,
  29: target,
  255: { ID: text('error.code'), Description: text('error.message') },
}
