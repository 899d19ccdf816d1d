import type { Writable } from 'node:stream'
import { createLineWriter } from '../parse/write-lines.ts'
import { askGraphql } from './ask-graphql.ts'

const PAGE = 500

const DOCUMENT = /* GraphQL */ `
  query Search($tenants: [ID!]!, $filter: EventFilter!, $first: Int!, $after: String) {
    events(tenants: $tenants, filter: $filter, first: $first, after: $after) {
      edges { node {
        id time received tenant { slug } source { name } site parser raw fields
        detections { ruleId ruleTitle level attack shadow }
      } }
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

export interface Question {
  url: string
  token: string
  tenants: string[] | undefined
  filter: Record<string, unknown>
  /** 0 for all. */
  limit: number
}

/** Prints events as NDJSON, page after page. @throws GraphqlAnswerError with the server's own words */
export async function printEvents(
  stdout: Writable,
  { url, token, tenants, filter, limit }: Question,
): Promise<void> {
  let left = limit || Number.POSITIVE_INFINITY
  let after: string | null = null
  // A reader that went away, such as `head`, is no failure: the rest is not asked for.
  const output = createLineWriter(stdout)
  try {
    do {
      const variables: Record<string, unknown> = { tenants, filter, first: Math.min(left, PAGE), after }
      const { events }: Answer = await askGraphql({ url, token, query: DOCUMENT, variables })
      const lines = events.edges.map(({ node }) =>
        JSON.stringify({ ...node, tenant: node.tenant.slug, source: node.source?.name ?? null }),
      )
      if (lines.length > 0 && !(await output.write(`${lines.join('\n')}\n`))) return
      left -= lines.length
      after = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null
    } while (after !== null && left > 0)
  } finally {
    output.close()
  }
}
