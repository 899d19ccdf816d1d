import { columnOf } from '#core/event/columns'
import { askedFields } from '../../web/features/search/asked-fields.ts'
import { USUAL_COLUMNS } from '../../web/features/search/columns.ts'
import { INDICATOR, RARE_WORD } from './copy-events.ts'

export interface Question {
  name: string
  /** GraphQL. */
  query: string
  variables: Readonly<Record<string, unknown>>
  /** The same of a table `events` in DuckDB. */
  duckdb: string
}

interface Range {
  /** Milliseconds since the epoch. */
  from: number
  to: number
}

export interface Asked {
  tenants: readonly { tenantId: string; slug: string }[]
  day: Range
  week: Range
}

const FACETS = ['event.category', 'event.action', 'host.name', 'user.name', 'process.name']

const events = (line: string, fields: string) => `query($tenants: [ID!]!, $filter: EventFilter!) {
  events(tenants: $tenants, filter: $filter, first: 100) {
    edges { node { id time received parser site severity outcome category message ${line} ${fields}
      detections { ruleId ruleTitle level attack shadow } } }
    pageInfo { hasNextPage endCursor }
    stats { rowsRead bytesRead elapsedMs }
  }
}`
/** As the console asks at first; it shows these rows, then asks for the rest of them. */
const EVENTS = events('', `fields(names: ${JSON.stringify(askedFields(USUAL_COLUMNS))})`)
const WHOLE_EVENTS = events('raw', 'fields')
const COUNT = `query($tenants: [ID!]!, $filter: EventFilter!) { events(tenants: $tenants, filter: $filter) { totalCount } }`
const HISTOGRAM = `query($tenants: [ID!]!, $filter: EventFilter!) {
  eventHistogram(tenants: $tenants, filter: $filter, buckets: 60) {
    interval total buckets { from to count success failure unknown suspected }
  }
}`
const FACET = `query($tenants: [ID!]!, $filter: EventFilter!) {
  eventFacets(tenants: $tenants, filter: $filter, fields: ${JSON.stringify(FACETS)}) {
    field total distinct values { value count }
  }
}`
const VALUES = `query($tenants: [ID!]!, $filter: EventFilter!) {
  fieldValues(tenants: $tenants, filter: $filter, field: "user.name") { value count }
}`
const STATS = `query($tenants: [ID!]!, $filter: EventFilter!, $first: Int = 10000) {
  stats(tenants: $tenants, filter: $filter, first: $first) {
    columns { name type } rows truncated interval stats { rowsRead bytesRead elapsedMs }
  }
}`

/** Thirteen questions about the tenant with the most events, three about all of them at once. */
export function questionsOf(asked: Asked): Question[] {
  const { day, week } = asked
  const [largest] = asked.tenants
  if (!largest) return []
  const one = (
    name: string,
    query: string,
    range: Range,
    search: string,
    duckdb: (where: string) => string,
  ) => ({
    ...{ name, query, variables: variablesOf([largest.slug], range, search) },
    duckdb: duckdb(`tenant_id = '${largest.tenantId}' AND ${within(range)}`),
  })
  return [
    one('latest 100, 24 h', EVENTS, day, '', latest),
    one('latest 100, 7 d', EVENTS, week, '', latest),
    one('rare word, 7 d: count', COUNT, week, RARE_WORD, (where) => count(`${where} AND ${has(RARE_WORD)}`)),
    one('rare word, 7 d: 100 rows', EVENTS, week, RARE_WORD, (where) =>
      latest(`${where} AND ${has(RARE_WORD)}`),
    ),
    one('rare word, 7 d: 100 whole rows', WHOLE_EVENTS, week, RARE_WORD, (where) =>
      latest(`${where} AND ${has(RARE_WORD)}`, '*'),
    ),
    one('common word, 7 d: count', COUNT, week, 'windows', (where) =>
      count(`${where} AND ${has('windows')}`),
    ),
    one('histogram, 24 h', HISTOGRAM, day, '', (where) => histogram(where, '30 minutes')),
    one('histogram, 7 d', HISTOGRAM, week, '', (where) => histogram(where, '3 hours')),
    one('5 facets, 24 h', FACET, day, '', facets),
    one('top 10 users, 7 d', VALUES, week, '', topUsers),
    one('address, 7 d: 100 rows', EVENTS, week, `destination.ip:${INDICATOR}`, (where) =>
      latest(`${where} AND destination_ip = '::ffff:${INDICATOR}'`),
    ),
    one('part of a command line, 7 d: count', COUNT, week, 'process.command_line:*system32*', (where) =>
      count(`${where} AND process_command_line ILIKE '%system32%'`),
    ),
    one('stats of processes by host, 24 h', STATS, day, STATS_SEARCH, processes),
    ...acrossTenants(asked),
  ]
}

/** What the people of an MSSP ask of all their customers at once. */
export function acrossTenants({ tenants, day, week }: Asked): Question[] {
  const all = (
    name: string,
    query: string,
    range: Range,
    search: string,
    duckdb: (where: string) => string,
  ) => ({
    name: `${name}, all tenants`,
    query,
    variables: variablesOf(
      tenants.map(({ slug }) => slug),
      range,
      search,
    ),
    duckdb: duckdb(within(range)),
  })
  const sweep = ['source', 'destination', 'client'].map((side) => `${side}.ip:${INDICATOR}`).join(' or ')
  return [
    all('latest 100, 7 d', EVENTS, week, '', latest),
    all('histogram by tenant, 24 h', STATS, day, BY_TENANT, histogramByTenant),
    all('sweep for an address, 7 d', EVENTS, week, sweep, (where) =>
      latest(`${where} AND '::ffff:${INDICATOR}' IN (source_ip, destination_ip, client_ip)`),
    ),
  ]
}

const BY_TENANT = '| timechart span=30m limit=50 count by nightjar.tenant'
const STATS_SEARCH = 'event.category:process | stats count, dc(process.name) by host.name'

function variablesOf(tenants: readonly string[], { from, to }: Range, query: string) {
  const range = { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
  return { tenants, filter: { range, ...(query !== '' && { query }) } }
}

function within({ from, to }: Range): string {
  const moment = (millis: number) =>
    `TIMESTAMP_NS '${new Date(millis).toISOString().replace(/[TZ]/g, ' ').trim()}'`
  return `event_time >= ${moment(from)} AND event_time < ${moment(to)}`
}

const SHOWN = shownColumns().join(', ')

/** What our own statement reads for rows as the console shows them. */
function shownColumns(): string[] {
  const shown = ['message', ...(askedFields(USUAL_COLUMNS) ?? [])].map((field) =>
    field === 'message' ? field : (columnOf(field)?.column ?? 'fields'),
  )
  const own = [
    'tenant_id',
    'event_id',
    'event_time',
    'received',
    'source_id',
    'site',
    'parser',
    'unfit',
    'kinds',
  ]
  return [...new Set([...own, 'event_severity', 'event_outcome', 'event_category', ...shown])]
}

/** Without looking at where words begin and end, which is less than we do. */
const has = (word: string) => `raw ILIKE '%${word}%'`
const latest = (where: string, columns = SHOWN) =>
  `SELECT ${columns} FROM events WHERE ${where} ORDER BY event_time DESC, event_id DESC LIMIT 101`
const count = (where: string) => `SELECT count(*) FROM events WHERE ${where}`
const histogram = (where: string, width: string) =>
  `SELECT time_bucket(INTERVAL '${width}', event_time::TIMESTAMP) AS bucket, count(*),
    count(*) FILTER (event_outcome = 'success'), count(*) FILTER (event_outcome = 'failure'),
    count(*) FILTER (len(nightjar_suspected_by) > 0) FROM events WHERE ${where} GROUP BY bucket`
const histogramByTenant = (where: string) =>
  `SELECT time_bucket(INTERVAL '30 minutes', event_time::TIMESTAMP) AS bucket, tenant_id, count(*)
    FROM events WHERE ${where} GROUP BY bucket, tenant_id`
const topUsers = (where: string) =>
  `SELECT user_name, count(*) AS n FROM events WHERE ${where} AND user_name != '' GROUP BY user_name ORDER BY n DESC LIMIT 10`
const processes = (where: string) =>
  `SELECT host_name, count(*) AS n, count(DISTINCT process_name) FROM events
    WHERE ${where} AND list_contains(event_category, 'process') GROUP BY host_name ORDER BY n DESC LIMIT 1001`

function facets(where: string): string {
  const parts = FACETS.map((field) => {
    const column = field.replaceAll('.', '_')
    const value = field === 'event.category' ? `unnest(${column})` : column
    return `(SELECT '${field}', value, count(*) AS n FROM (SELECT ${value} AS value FROM events WHERE ${where})
      WHERE value != '' GROUP BY value ORDER BY n DESC LIMIT 5)`
  })
  return parts.join(' UNION ALL ')
}
