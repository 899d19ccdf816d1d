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
import { isIp } from '../text/is-ip.ts'

const actor: FieldMap = {
  ProcessGuid: text('process.entity_id'),
  ProcessId: number('process.pid'),
  Image: executable('process'),
  User: account('user'),
  RuleName: text('rule.name'),
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
const target: FieldMap = { ...actor, TargetFilename: filePath('file'), Hashes: hashes('file') }
const source: FieldMap = {
  SourceProcessGuid: text('process.entity_id'),
  SourceProcessGUID: text('process.entity_id'),
  SourceProcessId: number('process.pid'),
  SourceThreadId: number('process.thread.id'),
  SourceImage: executable('process'),
  SourceUser: account('user'),
}
const pipe: FieldMap = { ...actor, PipeName: text('file.name') }

/** `HKLM\SYSTEM\...\Start`: hive, key and value of the path Sysmon writes. */
function registryPath(fields: Fields, value: Scalar): void {
  const path = String(value)
  const hive = path.indexOf('\\')
  const name = path.lastIndexOf('\\')
  fields['registry.path'] ??= path
  if (hive < 1) return
  fields['registry.hive'] ??= path.slice(0, hive)
  fields['registry.key'] ??= path.slice(hive + 1)
  fields['registry.value'] ??= path.slice(name + 1)
}

function registryData(fields: Fields, value: Scalar): void {
  const data = String(value)
  if (data === '' || data === '-') return
  const number = /^(DWORD|QWORD) \(0x([0-9a-f]{1,8})(?:-0x([0-9a-f]{1,8}))?\)$/i.exec(data)
  if (data === 'Binary Data') fields['registry.data.type'] ??= 'REG_BINARY'
  else if (number) {
    fields['registry.data.type'] ??= `REG_${number[1]}`
    fields['registry.data.strings'] ??= [BigInt(`0x${number[2]}${number[3] ?? ''}`).toString()]
  } else {
    fields['registry.data.type'] ??= 'REG_SZ'
    fields['registry.data.strings'] ??= [data]
  }
}

const registry: FieldMap = { ...actor, TargetObject: registryPath, Details: registryData }

/** `type:  5 alias.example.org;::ffff:93.184.216.34;`: aliases and addresses. */
function dnsAnswers(fields: Fields, value: Scalar): void {
  const names: string[] = []
  const types: string[] = []
  const ips: string[] = []
  for (const answer of String(value).split(';', 64)) {
    const word = answer.slice(answer.lastIndexOf(' ') + 1)
    const ip = word.startsWith('::ffff:') && word.includes('.') ? word.slice(7) : word
    if (word === '' || word === '-') continue
    if (isIp(ip)) ips.push(ip)
    names.push(ip)
    types.push(isIp(ip) ? (ip.includes(':') ? 'AAAA' : 'A') : answer.includes('type:  5') ? 'CNAME' : '')
  }
  fields['network.protocol'] ??= 'dns'
  if (names.length > 0) fields['dns.answers.data'] ??= names
  if (names.length > 0) fields['dns.answers.type'] ??= types
  if (ips.length > 0) fields['dns.resolved_ip'] ??= ips
}

function direction(fields: Fields, value: Scalar): void {
  fields['network.direction'] ??= String(value) === 'true' ? 'egress' : 'ingress'
}

function family(fields: Fields, value: Scalar): void {
  fields['network.type'] ??= String(value) === 'true' ? 'ipv6' : 'ipv4'
}

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
    Initiated: direction,
    SourceIsIpv6: family,
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
    ImageLoaded: filePath('dll'),
  },
  8: source,
  9: { ...actor, Device: text('file.path') },
  10: source,
  11: target,
  12: registry,
  13: registry,
  14: registry,
  15: target,
  17: pipe,
  18: pipe,
  19: { User: account('user') },
  20: { User: account('user') },
  21: { User: account('user') },
  22: { ...actor, QueryName: text('dns.question.name'), QueryResults: dnsAnswers },
  23: target,
  24: actor,
  25: actor,
  26: target,
  27: target,
  28: target,
  29: target,
}
