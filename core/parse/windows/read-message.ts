import { ACCOUNT_LABELS, MESSAGE_LABELS, MESSAGE_SECTIONS } from './message-labels.ts'

const MAX_PARTS = 400
const BETWEEN = /[\t\r\n]+| {2,}/

/** Filtering platform and shares have their own names for addresses. */
function addressName(label: string, code: string): string | undefined {
  const filtering = code.startsWith('515')
  if (label === 'Source Address') return filtering ? 'SourceAddress' : 'IpAddress'
  if (label === 'Source Port') return filtering ? 'SourcePort' : 'IpPort'
  if (label === 'Client Address')
    return code.startsWith('477') && code !== '4771' ? 'ClientAddress' : 'IpAddress'
  return undefined
}

/** Log-ons have `TargetUserSid`, what is done to accounts and groups `TargetSid`. */
const SESSIONS: ReadonlySet<string> = new Set([
  '4624',
  '4625',
  '4634',
  '4647',
  '4648',
  '4672',
  '4688',
  '4964',
])

function accountName(section: string, label: string, code: string): string | undefined {
  const part = ACCOUNT_LABELS.get(label)
  if (part === undefined || section === '') return undefined
  if (section === 'Member')
    return part === 'UserSid' ? 'MemberSid' : part === 'UserName' ? 'MemberName' : undefined
  if (section === 'Target' && part === 'UserSid') return SESSIONS.has(code) ? 'TargetUserSid' : 'TargetSid'
  return section + part
}

const nameOf = (section: string, label: string, code: string): string | undefined =>
  label === ''
    ? undefined
    : (accountName(section, label, code) ?? addressName(label, code) ?? MESSAGE_LABELS.get(label))

/**
 * The data of a security event from its English text, for senders that give no data beside it. Labels end with a
 * colon and stand apart from values by tabs, lines or at least two blanks: what is left where lines were joined.
 */
export function readMessage(message: string, code: string): Map<string, string> {
  const data = new Map<string, string>()
  let section = ''
  let label = ''
  for (const part of message.slice(0, 20_000).split(BETWEEN, MAX_PARTS)) {
    if (part.endsWith(':')) {
      label = part.slice(0, -1)
      const known = MESSAGE_SECTIONS.get(label)
      if (known === undefined) continue
      section = known
      label = ''
      continue
    }
    // Where lines were joined, one blank may be all that was left of a tab.
    const colon = label === '' ? part.indexOf(': ') : -1
    const own = colon > 0 ? part.slice(0, colon) : label
    const value = colon > 0 ? part.slice(colon + 2) : part
    label = ''
    const name = nameOf(section, own, code)
    if (name !== undefined && value !== '' && !data.has(name)) data.set(name, value)
  }
  return data
}

const LINE = /^([A-Z][A-Za-z0-9]{1,40}): (.+)$/

/** Sysmon's text: a line `Image: C:\a.exe` for each of its data. */
export function readSysmonMessage(message: string): Map<string, string> {
  const data = new Map<string, string>()
  for (const line of message.slice(0, 40_000).split('\n', 64)) {
    const match = LINE.exec(line.trimEnd())
    if (match?.[1] !== undefined && match[2] !== undefined) data.set(match[1], match[2])
  }
  return data
}
