import { parseFlags } from './parse-flags.ts'
import { GraphqlAnswerError } from './search/ask-graphql.ts'
import { printEvents } from './search/print-events.ts'
import { rangeOf } from './search/range-of.ts'
import { saveExport } from './search/save-export.ts'
import type { Verb } from './verb.ts'

const USAGE = `Usage: nightjar search --url GRAPHQL_URL --token TOKEN --tenant SLUG [OPTIONS] [QUERY]

Searches events and prints them as NDJSON, newest first. QUERY is the search language of the
console, for example 'user.name:root and not source.ip:10.0.0.0/8', or a SIGMA rule: "$(cat rule.yml)".
Without it all events match.

  --url URL         GraphQL address, for example http://127.0.0.1:4000/graphql
  --token TOKEN     API token (nja_...), made with: nightjar token
  --tenant SLUG     tenant to search; may be given several times
  --last DURATION   how far back: 15m, 24h, 7d (default 24h)
  --from, --to      instead of --last: RFC 3339 times, from <= time < to (to: now)
  --limit N         events at most (default 100; 0: all)
  --export FILE     instead of printing: have the server write them into a new file, CSV where its name
                    ends in .csv, else NDJSON; all of them without --limit, 1,000,000 at most
  --columns A,B     with --export: only these fields

Exit code: 0 done, also when nothing was found; 1 failed; 2 wrong use or a mistake in QUERY.
`

const MISTAKES = ['QUERY_SYNTAX', 'BAD_USER_INPUT']

export const searchVerb: Verb = async (args, io) => {
  const flags = parseFlags(
    args,
    {
      url: { type: 'string' },
      token: { type: 'string' },
      tenant: { type: 'string', multiple: true },
      last: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      limit: { type: 'string' },
      export: { type: 'string' },
      columns: { type: 'string' },
    },
    USAGE,
    io,
  )
  if (typeof flags === 'number') return flags
  const { url, token, tenant: tenants, export: file, columns, ...asked } = flags.values
  const { limit = file === undefined ? '100' : '0', ...span } = asked
  const range = rangeOf(span, Date.now())
  const mistake =
    (!url && '--url is missing') ||
    (!token && '--token is missing') ||
    (!tenants?.length && '--tenant is missing') ||
    (columns !== undefined && file === undefined && '--columns goes with --export') ||
    (!/^\d{1,9}$/.test(limit) && '--limit must be a whole number') ||
    (flags.positionals.length > 1 && 'put the query in quotes: it is one argument') ||
    (typeof range === 'string' && range)
  if (mistake || !url || !token) {
    io.stderr.write(`nightjar search: ${mistake}\n\n${USAGE}`)
    return 2
  }

  const filter = { range, query: flags.positionals[0] ?? '' }
  try {
    if (file === undefined)
      await printEvents(io.stdout, { url, token, tenants, filter, limit: Number(limit) })
    else await saveExport({ url, token, tenants, filter, limit: Number(limit), columns, file })
    return 0
  } catch (error) {
    if (!(error instanceof GraphqlAnswerError)) throw error
    io.stderr.write(`nightjar search: ${error.message}\n`)
    return MISTAKES.includes(error.code ?? '') ? 2 : 1
  }
}
