const MAX_FIELDS = 2_000
/** Ids and short words: longer values have nothing glued to them. */
const MAX_GLUED = 2_048
const MAX_BRACES = 512
const GROUP = '\x1d'
/** First names of the enriched part, for shippers that dropped the separator before it. */
const ENRICHED = ['ARCH=', 'AUID=', 'UID=', 'SADDR=', 'OUID=']

export interface AuditRecord {
  /** `"..."` and bare values; what the kernel had to encode as hexadecimal is in `bare`. */
  values: Map<string, string>
  /** Names whose value had no quotes, so that it may be hexadecimal. */
  bare: Set<string>
  /** auditd's `log_format = ENRICHED`: upper-case names with what ids and numbers mean. */
  enriched: Map<string, string>
}

function endOfBareValue(text: string, from: number): number {
  const space = text.indexOf(' ', from)
  return space < 0 ? text.length : space
}

/** Words without `=` belong to the value before them: `op=changing name id=7`. */
function withFollowingWords(text: string, from: number): number {
  let end = from
  while (text[end] === ' ') {
    const next = endOfBareValue(text, end + 1)
    const word = text.slice(end + 1, next)
    if (word === '' || word.includes('=') || word === '}') break
    end = next
  }
  return end
}

function cutEnriched(value: string): number {
  if (value.length > MAX_GLUED) return -1
  for (const name of ENRICHED) {
    const at = value.indexOf(name)
    if (at > 0) return at
  }
  return -1
}

function add(record: AuditRecord, name: string, value: string, quoted: boolean): void {
  if (name === '' || value === '' || value === '?' || value === '(null)') return
  const first = name.charCodeAt(0)
  const upper = first >= 0x41 && first <= 0x5a
  const target = upper ? record.enriched : record.values
  if (target.has(name) || target.size >= MAX_FIELDS) return
  target.set(name, value)
  if (!quoted && !upper) record.bare.add(name)
}

/** The pairs of one record of the Linux audit system, those inside `msg='...'` among them. */
export function readRecord(text: string): AuditRecord {
  const record: AuditRecord = { values: new Map(), bare: new Set(), enriched: new Map() }
  const group = text.indexOf(GROUP)
  readPairsInto(record, group < 0 ? text : text.slice(0, group))
  if (group >= 0) readPairsInto(record, text.slice(group + 1))
  return record
}

function readPairsInto(record: AuditRecord, text: string): void {
  let at = 0
  let equals = -1
  let space = -1
  while (at < text.length) {
    if (text[at] === ' ') {
      at++
      continue
    }
    // Each looked for once, however many pairs come before it.
    if (equals < at) equals = text.indexOf('=', at)
    if (equals < 0) return
    if (space < at) space = endOfBareValue(text, at)
    if (space < equals) {
      at = space + 1
      continue
    }
    at = readValue(record, text, text.slice(at, equals), equals + 1)
  }
}

function readValue(record: AuditRecord, text: string, name: string, from: number): number {
  const quote = text[from]
  if (quote === "'") {
    const close = text.lastIndexOf("'")
    const end = close > from ? close : text.length
    const inner = text.slice(from + 1, end)
    if (name === 'msg' && !inner.includes("='")) readPairsInto(record, inner)
    else add(record, name, inner, true)
    return end + 1
  }
  if (quote === '"') {
    const close = text.indexOf('"', from + 1)
    if (close > 0) {
      add(record, name, text.slice(from + 1, close).trim(), true)
      return close + 1
    }
  }
  const braces = quote === '{' ? text.slice(from, from + MAX_BRACES).indexOf('}') : -1
  if (braces > 0) {
    const inner = text.slice(from + 1, from + braces).trim()
    add(record, name, inner, true)
    if (!inner.includes('={')) readPairsInto(record, inner)
    return from + braces + 1
  }
  const end = endOfBareValue(text, from)
  const value = text.slice(from, end)
  const cut = cutEnriched(value)
  if (cut > 0) {
    add(record, name, value.slice(0, cut), false)
    return from + cut
  }
  const last = withFollowingWords(text, end)
  add(record, name, text.slice(from, last), false)
  return last
}
