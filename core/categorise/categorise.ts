import type { Fields, FieldValue } from '../event/event.ts'
import { suspect } from '../event/suspicion.ts'
import { type CategoryTable, OUTCOMES, type Verdict } from './category-table.ts'

/**
 * Adds `event.kind`, `category`, `type`, `action` and `outcome` in place and keeps what the parser set. `event.severity`
 * is brought from the product's scale, kept as `nightjar.source_severity`, to ours, and it is said who suspects the event.
 */
export type Categorise = (fields: Fields) => void

/** Severity of an event about which nothing is known. */
const ORDINARY = 10

/** The severity as the product gave it. */
const SOURCE_SEVERITY = 'nightjar.source_severity'

const wordOf = (value: FieldValue): string => String(typeof value === 'object' ? value[0] : value)

function find(table: CategoryTable, value: FieldValue | undefined): Verdict | undefined {
  if (value === undefined) return table.otherwise
  const word = wordOf(value)
  const row = table.rows.get(word) ?? table.rows.get(word.toLowerCase())
  if (row !== undefined || table.ranges.length === 0) return row ?? table.otherwise
  const number = Number(word)
  for (const { from, to, verdict } of table.ranges) if (number >= from && number <= to) return verdict
  return table.otherwise
}

function fill(fields: Fields, verdict: Verdict): void {
  if (verdict.kind !== undefined) fields['event.kind'] ??= verdict.kind
  if (verdict.category !== undefined) fields['event.category'] ??= verdict.category
  if (verdict.type !== undefined) fields['event.type'] ??= verdict.type
  if (verdict.action !== undefined) fields['event.action'] ??= verdict.action
  if (verdict.outcome !== undefined) fields['event.outcome'] ??= verdict.outcome
}

/** What tables say of an event beside its fields; the first to speak is right. */
interface Judgement {
  severity: number | undefined
  suspected: boolean | undefined
}

function judge(judgement: Judgement, verdict: Verdict): void {
  judgement.severity ??= verdict.severity
  judgement.suspected ??= verdict.suspected
}

function setSeverity(fields: Fields, severity: number | undefined): void {
  const own = fields['event.severity']
  if (severity !== undefined && own !== undefined && own !== severity) fields[SOURCE_SEVERITY] = own
  fields['event.severity'] = severity ?? own ?? ORDINARY
}

/** ECS fields of an indicator that the product found in its lists. */
const INDICATORS = ['threat.indicator.type', 'threat.indicator.name', 'threat.enrichments.indicator.type']

function setSuspicion(fields: Fields, suspected: boolean | undefined): void {
  if (suspected ?? fields['event.kind'] === 'alert') suspect(fields, 'product')
  if (INDICATORS.some((name) => fields[name] !== undefined)) suspect(fields, 'indicator')
}

/** ECS knows three outcomes and lists of categories; what a shipper wrote otherwise is brought into line. */
function tidy(fields: Fields): void {
  const { 'event.outcome': outcome, 'event.severity': severity } = fields
  if (outcome !== undefined) {
    const known = OUTCOMES.find((name) => name === String(outcome).toLowerCase())
    fields['event.outcome'] = known ?? 'unknown'
  }
  if (severity !== undefined) {
    const number = typeof severity === 'number' ? severity : Number(wordOf(severity) || Number.NaN)
    if (Number.isFinite(number)) fields['event.severity'] = Math.min(100, Math.max(0, Math.round(number)))
    else delete fields['event.severity']
  }
  for (const name of ['event.category', 'event.type'] as const) {
    const value = fields[name]
    if (typeof value === 'string') fields[name] = [value]
  }
}

/**
 * Tables with a condition come first, by one look-up per field that conditions name, then those for all events,
 * each group in the order given: the first to say something is right.
 */
export function createCategorise(tables: readonly CategoryTable[]): Categorise {
  const index = new Map<string, Map<string, CategoryTable[]>>()
  const general: CategoryTable[] = []
  for (const table of tables) {
    const [first] = table.when
    if (!first) {
      general.push(table)
      continue
    }
    const byValue = index.get(first[0]) ?? new Map<string, CategoryTable[]>()
    index.set(first[0], byValue)
    for (const value of first[1]) byValue.set(value, [...(byValue.get(value) ?? []), table])
  }
  const indexed = [...index]

  const fits = (table: CategoryTable, fields: Fields): boolean =>
    table.when.every(([field, values], i) => {
      const value = fields[field]
      return i === 0 || (value !== undefined && values.includes(wordOf(value)))
    })

  return (fields) => {
    tidy(fields)
    const judgement: Judgement = { severity: undefined, suspected: undefined }
    const say = (verdict: Verdict) => {
      fill(fields, verdict)
      judge(judgement, verdict)
    }
    for (const [field, byValue] of indexed) {
      const value = fields[field]
      const candidates = value === undefined ? undefined : byValue.get(wordOf(value))
      if (candidates === undefined) continue
      for (const table of candidates) {
        const verdict = fits(table, fields) ? find(table, fields[table.by]) : undefined
        if (verdict !== undefined) say(verdict)
      }
    }
    for (const table of general) {
      const verdict = find(table, fields[table.by])
      if (verdict !== undefined) say(verdict)
    }
    fields['event.kind'] ??= 'event'
    fields['event.outcome'] ??= 'unknown'
    setSeverity(fields, judgement.severity)
    setSuspicion(fields, judgement.suspected)
  }
}
