import { createLineWriter } from './parse/write-lines.ts'
import { parseFlags } from './parse-flags.ts'
import { askGraphql, GraphqlAnswerError } from './search/ask-graphql.ts'
import { rangeOf } from './search/range-of.ts'
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

Exit code: 0 done, also when nothing was found; 1 failed; 2 wrong use or a mistake in QUERY.
`

const PAGE = 500

const DOCUMENT = /* GraphQL */ `
  query Search($tenants: [ID!]!, $filter: EventFilter!, $first: Int!, $after: String) {
    events(tenants: $tenants, filter: $filter, first: $first, after: $after) {
      edges { node { id time received tenant { slug } source { name } site parser raw fields } }
      pageInfo { hasNextPage endCursor }
    }
  }
`

interface Answer {
  events: {
    edges: { node: { tenant: { slug: string }; source: { name: string } | null } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

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
    },
    USAGE,
    io,
  )
  if (typeof flags === 'number') return flags
  const { url, token, tenant: tenants, limit = '100', ...span } = flags.values
  const range = rangeOf(span, Date.now())
  const mistake =
    (!url && '--url is missing') ||
    (!token && '--token is missing') ||
    (!tenants?.length && '--tenant is missing') ||
    (!/^\d{1,9}$/.test(limit) && '--limit must be a whole number') ||
    (flags.positionals.length > 1 && 'put the query in quotes: it is one argument') ||
    (typeof range === 'string' && range)
  if (mistake || !url || !token) {
    io.stderr.write(`nightjar search: ${mistake}\n\n${USAGE}`)
    return 2
  }

  const filter = { range, query: flags.positionals[0] ?? '' }
  let left = Number(limit) || Number.POSITIVE_INFINITY
  let after: string | null = null
  // A reader that went away, such as `head`, is no failure: the rest is not asked for.
  const output = createLineWriter(io.stdout)
  try {
    do {
      const variables: Record<string, unknown> = { tenants, filter, first: Math.min(left, PAGE), after }
      const { events }: Answer = await askGraphql({ url, token, query: DOCUMENT, variables })
      const lines = events.edges.map(({ node }) =>
        JSON.stringify({ ...node, tenant: node.tenant.slug, source: node.source?.name ?? null }),
      )
      if (lines.length > 0 && !(await output.write(`${lines.join('\n')}\n`))) return 0
      left -= lines.length
      after = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null
    } while (after !== null && left > 0)
    return 0
  } catch (error) {
    if (!(error instanceof GraphqlAnswerError)) throw error
    io.stderr.write(`nightjar search: ${error.message}\n`)
    return error.code === 'QUERY_SYNTAX' || error.code === 'BAD_USER_INPUT' ? 2 : 1
  }
}
