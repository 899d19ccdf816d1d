import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createRecords } from '#core/records/create-records'
import { readCorpus } from './read-corpus.ts'
import { createViewer, type Viewer } from './search/create-viewer.ts'
import { figuresOf, tableOf } from './search/figures-of.ts'
import { keepInserting } from './search/keep-inserting.ts'
import { loadCopies, plantSeed, untilMerged } from './search/load-events.ts'
import { openAsking } from './search/open-asking.ts'
import { type Asked, acrossTenants, questionsOf } from './search/questions.ts'
import { shareEvenly, shareOut } from './search/share-out.ts'
import { timeDuckDb } from './search/time-duckdb.ts'
import { type Stack, startStack } from './start-stack.ts'

/**
 * Sixteen questions over GraphQL, most of them as the console asks, in turns with the same requests that the server
 * sends to ClickHouse for them: idle, and beside 10,000 events a second. The rows are copies of 100,000 real events,
 * parsed once, over seven days and 50 tenants of very different size; three questions are about all 50, the others
 * about the largest. Those three are asked of a thousand tenants as well, and of one that has as many events.
 *
 *   npm run bench:search -- --events 10000000 --duckdb FOLDER
 */
const TENANTS = 50
const MANY = 1_000
const MOST_OF_MANY = 1_000_000
const RUNS = 40
const RUNS_INGESTING = 20
const FEWEST_COPIES = 10
const ARRIVING = 5_000
const WARM_UP_MS = 2_000
/** Rows with the rare word, and as many with the address that is looked for. */
const RARE_ROWS = 1_000
const DAY = 86_400_000
const HOUR = 3_600_000

async function main(): Promise<void> {
  const { events, duckdb: folder } = readOptions()
  const lines = await readCorpus()
  if (!lines) return say('skipped: ../shared/logs/bench/mixed-100k.ndjson.gz is not here')
  const stack = await startStack()
  const scratch = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  try {
    const viewers = await createViewers(stack)
    const seeded = await plantSeed(stack.store, 'seed', lines.slice(0, Math.ceil(events / FEWEST_COPIES)))
    const arriving = await plantSeed(stack.store, 'arriving', lines.slice(0, ARRIVING))
    const now = Date.now()
    const span = { from: now - 7 * DAY, to: now }
    const load = async (viewer: Viewer, wanted: number, bounds: readonly number[]) => {
      const copies = Math.max(1, Math.round(wanted / seeded))
      const started = performance.now()
      await loadCopies(stack.store, copies, { ...ownersOf(viewer, wanted), from: 'seed', bounds, span })
      await untilMerged(stack.store)
      const seconds = Math.round((performance.now() - started) / 1000)
      say(`${copies * seeded} events of ${viewer.tenants.length} tenants, loaded and merged in ${seconds} s`)
    }

    await load(viewers.fifty, events, shareOut(TENANTS))
    const asked = askedOf(viewers.fifty, now)
    const questions = questionsOf(asked)
    const asking = await openAsking(stack)
    const idle = await asking.time(viewers.fifty, questions, RUNS)
    say(tableOf('idle', idle))
    const duckdb =
      folder === undefined
        ? undefined
        : await timeDuckDb(folder, scratch, stack.store, questions, RUNS_INGESTING)

    const insertion = keepInserting(stack.store, {
      ...{ ...ownersOf(viewers.fifty, events), from: 'arriving', bounds: shareOut(TENANTS) },
    })
    await sleep(WARM_UP_MS)
    const ingesting = await asking.time(viewers.fifty, questions, RUNS_INGESTING)
    const perSecond = Math.round((await insertion.stop()) * arriving)
    say(tableOf(`beside ${perSecond} events/s`, ingesting))

    const few = Math.min(events, MOST_OF_MANY)
    await load(viewers.thousand, few, shareEvenly(MANY))
    await load(viewers.one, few, shareEvenly(1))
    const thousand = await asking.time(viewers.thousand, acrossTenants(askedOf(viewers.thousand, now)), RUNS)
    const one = await asking.time(viewers.one, acrossTenants(askedOf(viewers.one, now)), RUNS)
    say(tableOf('a thousand tenants', thousand))
    say(tableOf('one tenant with as many events', one))
    await asking.close()
    if (folder === undefined) say('duckdb_over_ours: no --duckdb FOLDER was named')
    const figures = figuresOf({ idle, ingesting, duckdb, thousand, one })
    say(JSON.stringify({ bench: 'search', figures: { ...figures, events, ingested_per_s: perSecond } }))
  } finally {
    await stack.stop()
    await rm(scratch, { recursive: true, force: true })
  }
}

function readOptions(): { events: number; duckdb: string | undefined } {
  const { values } = parseArgs({
    options: { events: { type: 'string', default: '10000000' }, duckdb: { type: 'string' } },
  })
  const events = Number(values.events)
  if (!Number.isInteger(events) || events < 1) throw new Error('--events takes a whole number')
  return { events, duckdb: values.duckdb }
}

async function createViewers({ postgresUrl, serverUrl }: Stack) {
  const records = createRecords({ url: postgresUrl, maxConnections: 2 })
  try {
    const fifty = await createViewer(records, serverUrl, 'fifty', TENANTS)
    const thousand = await createViewer(records, serverUrl, 'thousand', MANY)
    const one = await createViewer(records, serverUrl, 'one', 1)
    return { fifty, thousand, one }
  } finally {
    await records.close()
  }
}

function ownersOf({ tenants }: Viewer, events: number): { tenantIds: string[]; rareIn: number } {
  return {
    tenantIds: tenants.map(({ tenantId }) => tenantId),
    rareIn: Math.max(2, Math.round(events / RARE_ROWS)),
  }
}

/** What arrives while questions are asked lies in their ranges. */
function askedOf({ tenants }: Viewer, now: number): Asked {
  const until = now + HOUR
  return { tenants, day: { from: now - DAY, to: until }, week: { from: now - 7 * DAY, to: until } }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
