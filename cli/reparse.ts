import { UserError } from '#core/errors'
import { createLog } from '#core/log'
import { createRecords } from '#core/records/create-records'
import { listSources } from '#core/records/sources'
import type { Run } from '#core/store/reparse/slice'
import { grantScope } from '#core/tenant/grant-scope'
import { type ReparseProgress, runReparse } from '../workers/reparse/run-reparse.ts'
import { readOperatorConfig } from './operator-config.ts'
import { parseFlags } from './parse-flags.ts'
import { readRange } from './read-range.ts'
import { tenantNamed } from './token/tenant-named.ts'
import type { Verb } from './verb.ts'

const USAGE = `Usage: nightjar reparse --tenant SLUG [--source NAME] --range FROM..TO

Reads stored lines again by the parsers, rules and descriptions of sources of today, the
tenant's own with them, and replaces events and detections. Ids and receive times stay; no
alert is raised or changed. Searches see the old rows or the new ones, lines keep coming in.
Cut short, the same command goes on where it was. Works on the databases themselves: those
of the nightjar up that runs in NIGHTJAR_HOME, or of NIGHTJAR_POSTGRES_URL and
NIGHTJAR_CLICKHOUSE_URL. Progress goes to stderr, one line of JSON to stdout.

  --range FROM..TO   when lines were received, UTC: 2026-03-01..2026-03-08, or with a time,
                     2026-03-01T06:30..2026-03-01T07. TO is not part of it; without it: now

Exit codes: 0 done, 1 failed, 2 wrong use
`

const TEXT = { type: 'string' } as const

export const reparseVerb: Verb = async (args, io) => {
  const flags = parseFlags(args, { tenant: TEXT, source: TEXT, range: TEXT }, USAGE, io)
  if (typeof flags === 'number') return flags
  const { tenant, source, range } = flags.values
  if (!tenant || !range || flags.positionals.length > 0) {
    io.stderr.write(USAGE)
    return 2
  }
  const times = readRange(range, Date.now())
  const config = readOperatorConfig()
  const run = { ...times, ...(await whose(config.POSTGRES_URL, tenant, source)) }
  const show = ({ events, detections, rows, to }: ReparseProgress) =>
    io.stderr.write(
      `received before ${new Date(to).toISOString()}: ${events} of ${rows} events, ${detections} detections\n`,
    )
  const made = await runReparse({ config, log: createLog('reparse', 'error'), run, onProgress: show })
  const [from, to] = [run.from, run.to].map((time) => new Date(time).toISOString())
  io.stdout.write(`${JSON.stringify({ reparsed: { tenant, source, from, to }, ...made })}\n`)
  return 0
}

async function whose(
  postgresUrl: string,
  slug: string,
  sourceName: string | undefined,
): Promise<Pick<Run, 'tenantId' | 'sourceId'>> {
  const records = createRecords({ url: postgresUrl, maxConnections: 1 })
  try {
    const { tenantId } = await tenantNamed(records, slug)
    if (sourceName === undefined) return { tenantId, sourceId: undefined }
    const sources = await listSources(records, grantScope([tenantId]))
    const source = sources.find((one) => one.sourceName === sourceName)
    if (!source) throw new UserError('NOT_FOUND', `The tenant ${slug} has no source '${sourceName}'`)
    return { tenantId, sourceId: source.sourceId }
  } finally {
    await records.close()
  }
}
