import type { Fields } from '../../event/event.ts'
import { decodeHex } from '../auditd/decode-hex.ts'
import { decodeSocketAddress } from '../auditd/decode-socket-address.ts'
import { type AuditRecord, readRecord } from '../auditd/read-record.ts'
import { RECORD_ACTIONS, RECORD_NUMBERS } from '../auditd/record-actions.ts'
import { setUsers } from '../auditd/set-users.ts'
import { createFields } from '../create-fields.ts'
import type { Line, Parsed, Parser } from '../parser.ts'
import { baseName } from '../text/base-name.ts'
import { wholeNumber } from '../text/digits.ts'
import { isIp } from '../text/is-ip.ts'
import { parseEpochTime } from '../time/parse-epoch-time.ts'

const MAX_ARGUMENTS = 1_000
/** Beyond these the words of a command are in `process.args` alone. */
const KEPT_ARGUMENTS = 16

/** Values that the kernel may have written in hexadecimal. */
const ENCODED = [
  ...[
    'exe',
    'cmd',
    'data',
    'path',
    'comm',
    'file',
    'name',
    'cwd',
    'acct',
    'dir',
    'proctitle',
    'ocomm',
    'grp',
  ],
  ...[
    'new_group',
    'invalid_context',
    'sw',
    'root_dir',
    'vm',
    'device',
    'profile',
    'operation',
    'key',
    'watch',
  ],
]

const NUMBERS = new Set([
  'lport',
  'rport',
  'entries',
  'dst_prefixlen',
  'src_prefixlen',
  'ksize',
  'size',
  'items',
])
const ARCHITECTURES: Readonly<Record<string, string>> = {
  c000003e: 'x86_64',
  '40000003': 'i386',
  c00000b7: 'aarch64',
  '40000028': 'arm',
  c0000015: 'ppc64le',
  '80000016': 's390x',
}

/** x86_64 system calls that receive, and those that send. */
const INGRESS = new Set(['accept', '43', 'recvfrom', '45', 'recvmsg', '47', 'accept4', '288'])
const EGRESS = new Set(['connect', '42', 'sendto', '44', 'sendmsg', '46'])

interface Head {
  node: string | undefined
  type: string
  seconds: number
  sequence: number | undefined
  end: number
}

/** `node=web01 type=SYSCALL msg=audit(1773144000.123:456): `; the kernel's own log has no `msg=`. */
function readHead(text: string): Head | undefined {
  const open = text.indexOf('audit(')
  const close = open < 0 || open > 400 ? -1 : text.indexOf(')', open)
  if (close < 0 || close - open > 60) return undefined
  const front = text.slice(0, open)
  const type = /(?:^| )type=([\w[\]]{1,40})/.exec(front)?.[1]
  const stamp = text.slice(open + 6, close)
  const colon = stamp.lastIndexOf(':')
  const seconds = Number(colon < 0 ? stamp : stamp.slice(0, colon))
  if (type === undefined || !Number.isFinite(seconds)) return undefined
  return {
    node: /^node=(\S{1,255})/.exec(front)?.[1],
    type: RECORD_NUMBERS[type] ?? type,
    seconds,
    sequence: colon < 0 ? undefined : wholeNumber(stamp.slice(colon + 1)),
    end: text[close + 1] === ':' ? close + 2 : close + 1,
  }
}

function setExecve(fields: Fields, { values, bare }: AuditRecord): void {
  const words: [index: number, word: string][] = []
  for (const [name, value] of values) {
    const index = /^a(\d{1,6})(?:\[\d{1,4}\])?$/.exec(name)?.[1]
    if (index === undefined || words.length >= MAX_ARGUMENTS) continue
    words.push([Number(index), (bare.has(name) ? decodeHex(value) : undefined) ?? value])
  }
  const [first] = words
  if (!first) return
  const args = words.map(([, word]) => word)
  if (first[0] === 0) {
    fields['process.executable'] = first[1]
    fields['process.name'] = baseName(first[1])
    fields['process.command_line'] = args.join(' ')
  } else args.unshift(`[... ${first[0]} truncated arguments ...]`)
  fields['process.args'] = args
  fields['process.args_count'] = wholeNumber(values.get('argc') ?? '') ?? args.length
}

function setProcess(fields: Fields, values: ReadonlyMap<string, string>): void {
  const exe = values.get('exe')
  const comm = values.get('comm')
  if (exe !== undefined) fields['process.executable'] = exe
  if (comm !== undefined) fields['process.name'] = comm
  for (const [name, field] of [
    ['pid', 'process.pid'],
    ['ppid', 'process.parent.pid'],
  ] as const) {
    const pid = wholeNumber(values.get(name) ?? '')
    if (pid !== undefined) fields[field] = pid
  }
  const exit = Number(values.get('exit') ?? Number.NaN)
  if (Number.isFinite(exit)) fields['process.exit_code'] = exit
  const command = values.get('cmd')
  if (command !== undefined) {
    fields['process.command_line'] = command
    fields['process.args'] = command.split(' ', MAX_ARGUMENTS).filter((word) => word !== '')
  }
  const title = values.get('proctitle')
  if (title !== undefined) {
    fields['process.title'] = title
    fields['process.command_line'] ??= title
  }
  const folder = values.get('cwd')
  if (folder !== undefined) fields['process.working_directory'] = folder
}

function setAddress(fields: Fields, side: 'source' | 'destination', address: string | undefined): void {
  if (address === undefined) return
  fields[`${side}.address`] = address
  if (isIp(address)) fields[`${side}.ip`] = address
}

function setFile(fields: Fields, { values }: AuditRecord): void {
  const path = values.get('name')
  if (path === undefined) return
  fields['file.path'] = path
  fields['file.name'] = baseName(path)
  const inode = values.get('inode')
  if (inode !== undefined) fields['file.inode'] = inode
  const mode = values.get('mode')
  if (mode !== undefined) fields['file.mode'] = mode.slice(-4)
}

function outcomeOf(type: string, values: ReadonlyMap<string, string>, rest: string): string | undefined {
  const result = values.get('res') ?? values.get('result')
  if (result === '1' || result === 'success' || result === 'yes') return 'success'
  if (result === '0' || result === 'failed' || result === 'no') return 'failure'
  if (type === 'AVC' || type === 'USER_AVC') {
    if (rest.includes('denied  {') || rest.includes('denied {') || values.get('apparmor') === 'DENIED')
      return 'failure'
    return rest.includes('granted') || values.get('apparmor') === 'ALLOWED' ? 'success' : undefined
  }
  const success = values.get('success')
  return success === undefined ? undefined : success === 'yes' ? 'success' : 'failure'
}

function setVendorFields(fields: Fields, type: string, { values, enriched }: AuditRecord): void {
  for (const [name, value] of values) {
    const isArgument = type === 'EXECVE' && /^a\d/.test(name)
    if (isArgument && !(Number(name.slice(1)) < KEPT_ARGUMENTS)) continue
    if (name.length > 40) continue
    const number = NUMBERS.has(name) ? wholeNumber(value) : undefined
    fields[`auditd.log.${name.replaceAll('-', '_')}`] = number ?? value
  }
  for (const name of ['SYSCALL', 'SADDR'] as const) {
    const value = enriched.get(name)
    if (value !== undefined) fields[`auditd.log.${name}`] = value
  }
}

/** One record of the Linux audit system, raw or enriched, from its file, audisp's syslog or the kernel's log. */
function parse({ text }: Line): Parsed | undefined {
  const head = readHead(text)
  if (!head) return parseWithoutStamp(text)
  const { node, type, seconds, sequence } = head
  const rest = text.slice(head.end).trim()
  const record = readRecord(rest)
  const { values, bare } = record
  for (const name of ENCODED) {
    const value = bare.has(name) ? values.get(name) : undefined
    const decoded = value === undefined ? undefined : decodeHex(value)
    if (decoded !== undefined) values.set(name, decoded.replaceAll('\0', ' ').trimEnd())
  }
  const architecture = ARCHITECTURES[values.get('arch') ?? ''] ?? record.enriched.get('ARCH')
  const fields = createFields()
  fields['event.module'] = 'auditd'
  fields['event.dataset'] = 'auditd.log'
  if (node !== undefined) fields['host.name'] = node
  fields['auditd.log.record_type'] = type
  if (node !== undefined) fields['auditd.log.node'] = node
  setVendorFields(fields, type, record)
  if (sequence !== undefined) {
    fields['auditd.log.sequence'] = sequence
    fields['event.sequence'] = sequence
  }
  const action = type === 'AVC' && values.has('apparmor') ? 'violated-apparmor-policy' : RECORD_ACTIONS[type]
  const isExecve = type === 'SYSCALL' && values.get('syscall') === 'execve'
  fields['event.action'] = isExecve ? 'executed' : (action ?? type.toLowerCase())
  setProcess(fields, values)
  setUsers(fields, type, record)
  if (type === 'EXECVE') setExecve(fields, record)
  if (type === 'PATH') setFile(fields, record)
  if (type === 'SOCKADDR') setSocket(fields, values.get('saddr') ?? '')
  if (architecture !== undefined) fields['host.architecture'] = architecture
  setAddress(fields, 'source', values.get('src') ?? values.get('addr'))
  setAddress(fields, 'destination', values.get('dst'))
  const syscall = type === 'SYSCALL' ? values.get('syscall') : undefined
  if (syscall !== undefined && INGRESS.has(syscall)) fields['network.direction'] = 'ingress'
  if (syscall !== undefined && EGRESS.has(syscall)) fields['network.direction'] = 'egress'
  const outcome = outcomeOf(type, values, rest)
  if (outcome !== undefined) fields['event.outcome'] = outcome
  const hostname = values.get('hostname')
  if (hostname !== undefined && !isIp(hostname) && fields['source.ip'] !== undefined)
    fields['source.domain'] = hostname
  if (values.size === 0 && rest !== '') fields.message = rest
  return { time: parseEpochTime(seconds), fields }
}

/** A record that was cut before its time: `type=UNKNOWN[1329] msg=...`. */
function parseWithoutStamp(text: string): Parsed | undefined {
  const match = /^type=([A-Z][A-Z_]{1,40}(?:\[\d{1,6}\])?) msg=(?=(.*))/s.exec(text.slice(0, 4_096))
  if (!match?.[1] || match[2] === undefined) return undefined
  const fields = createFields()
  fields['event.module'] = 'auditd'
  fields['event.dataset'] = 'auditd.log'
  fields['auditd.log.record_type'] = match[1]
  fields['event.action'] = RECORD_ACTIONS[match[1]] ?? match[1].toLowerCase()
  fields.message = match[2]
  return { time: undefined, fields }
}

function setSocket(fields: Fields, hex: string): void {
  const address = decodeSocketAddress(hex)
  if (!address) return
  fields['auditd.log.socket.family'] = address.family
  if (address.ip !== undefined) fields['auditd.log.socket.ip'] = address.ip
  if (address.port !== undefined) fields['auditd.log.socket.port'] = address.port
  if (address.path !== undefined) fields['auditd.log.socket.path'] = address.path
}

export const parser: Parser = {
  name: 'auditd',
  reads: 'records of the Linux audit system, raw or enriched, from the file, audisp or the kernel log',
  version: 1,
  clues: [
    { prefix: 'type=' },
    { prefix: 'node=' },
    { prefix: 'audit: type=' },
    { program: 'audispd' },
    { program: 'audisp-syslog' },
    { program: 'auditd' },
    { program: 'audit' },
  ],
  parse,
  samples: [
    'type=SYSCALL msg=audit(1773144000.123:4711): arch=c000003e syscall=59 success=yes exit=0 a0=55d0 a1=55e0 a2=55f0 a3=8 items=2 ppid=901 pid=902 auid=1000 uid=0 gid=0 euid=0 suid=0 fsuid=0 egid=0 sgid=0 fsgid=0 tty=pts0 ses=3 comm="id" exe="/usr/bin/id" key="exec"\x1dARCH=x86_64 SYSCALL=execve AUID="anna" UID="root" GID="root"',
    'node=web01 type=USER_LOGIN msg=audit(1773144000.5:4712): pid=903 uid=0 auid=1000 ses=4 msg=\'op=login acct="anna" exe="/usr/sbin/sshd" hostname=gw.example.org addr=203.0.113.9 terminal=ssh res=failed\'',
    'type=EXECVE msg=audit(1773144000.123:4711): argc=3 a0="sh" a1="-c" a2=6563686F206869',
    'audit: type=1400 audit(1773144000.7:99): apparmor="DENIED" operation="open" profile="/usr/sbin/cupsd" name="/etc/shadow" pid=77 comm="cupsd"',
  ],
}
