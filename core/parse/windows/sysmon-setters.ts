import type { Fields, Scalar } from '../../event/event.ts'
import { setAttackTechniques } from '../microsoft/attack-techniques.ts'
import { isIp } from '../text/is-ip.ts'

const TECHNIQUE_NAME = /technique_name=([^,]{1,200})/

/** `technique_id=T1059.001,technique_name=PowerShell`: so do common configurations of Sysmon name their rules. */
export function ruleName(fields: Fields, value: Scalar): void {
  const rule = String(value)
  if (rule === '' || rule === '-') return
  fields['rule.name'] ??= rule
  if (!rule.includes('technique_id=')) return
  setAttackTechniques(fields, rule)
  const name = TECHNIQUE_NAME.exec(rule)?.[1]
  const level = fields['threat.technique.subtechnique.id'] ? 'technique.subtechnique' : 'technique'
  if (name !== undefined) fields[`threat.${level}.name`] = [name]
}

/** `HKLM\SYSTEM\...\Start`: hive, key and value of the path Sysmon writes. */
export function registryPath(fields: Fields, value: Scalar): void {
  const path = String(value)
  const hive = path.indexOf('\\')
  const name = path.lastIndexOf('\\')
  fields['registry.path'] ??= path
  if (hive < 1) return
  fields['registry.hive'] ??= path.slice(0, hive)
  fields['registry.key'] ??= path.slice(hive + 1)
  fields['registry.value'] ??= path.slice(name + 1)
}

const NUMBER = /^(DWORD|QWORD) \(0x([0-9a-f]{1,8})(?:-0x([0-9a-f]{1,8}))?\)$/i

/** Numbers are `SZ_DWORD` and `SZ_QWORD`, as winlogbeat has named them. */
export function registryData(fields: Fields, value: Scalar): void {
  const data = String(value)
  if (data === '' || data === '-') return
  const number = NUMBER.exec(data)
  if (number) {
    fields['registry.data.type'] ??= `SZ_${number[1]}`
    fields['registry.data.strings'] ??= [BigInt(`0x${number[2]}${number[3] ?? ''}`).toString()]
  } else {
    fields['registry.data.type'] ??= data === 'Binary Data' ? 'REG_BINARY' : 'REG_SZ'
    fields['registry.data.strings'] ??= [data]
  }
}

/** DNS parameters of IANA. */
const RECORD_TYPES: ReadonlyMap<string, string> = new Map([
  ['1', 'A'],
  ['2', 'NS'],
  ['5', 'CNAME'],
  ['6', 'SOA'],
  ['12', 'PTR'],
  ['15', 'MX'],
  ['16', 'TXT'],
  ['28', 'AAAA'],
  ['33', 'SRV'],
  ['35', 'NAPTR'],
  ['39', 'DNAME'],
  ['41', 'OPT'],
  ['43', 'DS'],
  ['46', 'RRSIG'],
  ['47', 'NSEC'],
  ['48', 'DNSKEY'],
  ['50', 'NSEC3'],
  ['52', 'TLSA'],
  ['64', 'SVCB'],
  ['65', 'HTTPS'],
  ['255', 'ANY'],
])

const NUMBERED = /^type:\s{0,3}(\d{1,5})\s/

function answerType(answer: string, data: string): string {
  if (isIp(data)) return data.includes(':') ? 'AAAA' : 'A'
  const number = NUMBERED.exec(answer)?.[1] ?? ''
  return RECORD_TYPES.get(number) ?? number
}

/** `type:  5 alias.example.org;::ffff:93.184.216.34;`: aliases and addresses. */
export function dnsAnswers(fields: Fields, value: Scalar): void {
  const names: string[] = []
  const types: string[] = []
  const ips: string[] = []
  for (const part of String(value).split(';', 64)) {
    const answer = part.trim()
    const word = answer.slice(answer.lastIndexOf(' ') + 1)
    if (word === '' || word === '-') continue
    const data = word.startsWith('::ffff:') && word.includes('.') ? word.slice(7) : word
    if (isIp(data)) ips.push(data)
    names.push(data)
    types.push(answerType(answer, data))
  }
  if (names.length > 0) fields['dns.answers.data'] ??= names
  if (names.length > 0) fields['dns.answers.type'] ??= types
  if (ips.length > 0) fields['dns.resolved_ip'] ??= ips
}

export function dnsQuestion(fields: Fields, value: Scalar): void {
  fields['network.protocol'] ??= 'dns'
  if (value !== '' && value !== '-') fields['dns.question.name'] ??= String(value)
}

export function connectionDirection(fields: Fields, value: Scalar): void {
  fields['network.direction'] ??= String(value) === 'true' ? 'egress' : 'ingress'
}

export function ipFamily(fields: Fields, value: Scalar): void {
  fields['network.type'] ??= String(value) === 'true' ? 'ipv6' : 'ipv4'
}
