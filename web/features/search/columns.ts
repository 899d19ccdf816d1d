/** A column of the table of events: a field, and its least width in pixels. */
export interface Column {
  field: string
  width: number
}

/** What the first columns show, whatever else is chosen. */
export const TIME = '@timestamp'
export const SEVERITY = 'event.severity'
export const TENANT = 'nightjar.tenant'
export const RULES = 'rule.name'
export const MESSAGE = 'message'

const USUAL = [RULES, 'host.name', 'user.name', 'event.outcome', MESSAGE]
const MOST = 40
const LEAST_WIDTH = 44
const MOST_WIDTH = 1_200
const STANDARD_WIDTH = 150
const WIDTHS: ReadonlyMap<string, number> = new Map([
  [TIME, 160],
  [SEVERITY, 82],
  [TENANT, 150],
  [RULES, 50],
  ['host.name', 130],
  ['user.name', 112],
  ['event.category', 124],
  ['event.outcome', 106],
  [MESSAGE, 320],
])

export const columnOf = (field: string): Column => ({ field, width: WIDTHS.get(field) ?? STANDARD_WIDTH })

export const USUAL_COLUMNS: readonly Column[] = USUAL.map(columnOf)

const clamp = (width: number) => Math.round(Math.min(Math.max(width, LEAST_WIDTH), MOST_WIDTH))

/** Always there, at the left, where a wide table scrolls under them. */
export function pinnedColumns(manyTenants: boolean): readonly Column[] {
  return [TIME, SEVERITY, ...(manyTenants ? [TENANT] : [])].map(columnOf)
}

/** As the address bar keeps them: `host.name,source.ip~200`. */
export function formatColumns(columns: readonly Column[]): string {
  return columns
    .map(({ field, width }) => {
      const name = encodeURIComponent(field).replaceAll('~', '%7E')
      return width === columnOf(field).width ? name : `${name}~${width}`
    })
    .join(',')
}

export function parseColumns(text: string): readonly Column[] {
  const columns = new Map<string, Column>()
  for (const piece of text.split(',').slice(0, MOST)) {
    const [name = '', width] = piece.split('~')
    const field = decode(name)
    if (!field || field.length > 200) continue
    const standard = columnOf(field)
    columns.set(field, /^\d{1,5}$/.test(width ?? '') ? { field, width: clamp(Number(width)) } : standard)
  }
  return columns.size > 0 ? [...columns.values()] : USUAL_COLUMNS
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** Puts a field before the message, which is best read at the end; takes it out when it is there. */
export function toggleColumn(columns: readonly Column[], field: string): readonly Column[] {
  const kept = columns.filter((column) => column.field !== field)
  if (kept.length < columns.length) return kept.length > 0 ? kept : columns
  const at = columns.at(-1)?.field === MESSAGE && field !== MESSAGE ? -1 : columns.length
  return columns.toSpliced(at, 0, columnOf(field)).slice(0, MOST)
}

export function moveColumn(columns: readonly Column[], field: string, by: number): readonly Column[] {
  const from = columns.findIndex((column) => column.field === field)
  const column = columns[from]
  const to = from + by
  if (!column || to < 0 || to >= columns.length) return columns
  return columns.toSpliced(from, 1).toSpliced(to, 0, column)
}

export function resizeColumn(columns: readonly Column[], field: string, width: number): readonly Column[] {
  return columns.map((column) => (column.field === field ? { field, width: clamp(width) } : column))
}
