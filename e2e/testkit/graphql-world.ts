import type { AddressInfo } from 'node:net'
import { createCategorise } from '../../core/categorise/categorise.ts'
import { createLog } from '../../core/log.ts'
import { createApiToken } from '../../core/records/api-tokens.ts'
import type { Role } from '../../core/records/memberships.ts'
import { createSignals } from '../../core/signals/create-signals.ts'
import type { RuleSources } from '../../rules/place-folders.ts'
import { ownCategories, readCategoryFolder } from '../../rules/read-category-folder.ts'
import { ownLogSources, readLogSourceFolder } from '../../rules/read-rule-folder.ts'
import { createApp } from '../../server/create-app.ts'
import { serveExports } from '../../server/exports/serve-exports.ts'
import { createGraphql } from '../../server/graphql/create-graphql.ts'
import { createIdentity } from '../../server/identity/create-identity.ts'
import { keepRetentionLimits } from '../../server/keep-retention-limits.ts'
import { keepRulebook } from '../../server/keep-rulebook.ts'
import { freshClickHouse } from './fresh-clickhouse.ts'
import { twoTenants } from './two-tenants.ts'

export interface GraphqlAnswer {
  status: number
  headers: Headers
  data: unknown
  errors: { message: string; path?: string[]; extensions: Record<string, unknown> }[] | undefined
  extensions: Record<string, unknown> | undefined
}

export type Ask = (
  token: string | undefined,
  query: string,
  variables?: Record<string, unknown>,
) => Promise<GraphqlAnswer>

/** Two tenants and the GraphQL door on engines of one's own. */
export async function graphqlWorld(rules: RuleSources = { folders: [], file: undefined }) {
  const tenants = await twoTenants()
  const { records, ourScope, theirScope } = tenants
  const log = createLog('test', 'silent')
  const signals = createSignals({ POSTGRES_URL: tenants.appUrl })
  const clickhouse = await freshClickHouse({ limitsOf: keepRetentionLimits(records, signals) })
  const { store } = clickhouse
  const CONSOLE_URL = 'http://console.example'
  const config = { SECRET: 's'.repeat(32), CONSOLE_URL, SERVER_URL: 'http://127.0.0.1:4000' }
  const identity = createIdentity({ records, signals, log, config })
  const app = createApp({ log, trustProxy: [] })
  await app.register(identity.plugin)
  const { families: logSources } = await readLogSourceFolder(ownLogSources)
  await createGraphql(app, {
    ...{ records, store, signals, log, logSources, mostDays: 365 },
    categorise: createCategorise((await readCategoryFolder(ownCategories)).tables),
    rulesOf: keepRulebook(rules, log),
    sessionOf: identity.sessionOf,
    trustedOrigins: [CONSOLE_URL],
  })
  serveExports(app, { records, store, sessionOf: identity.sessionOf, logSources })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`

  const ask: Ask = async (token, query, variables = {}) => {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const accept = 'application/graphql-response+json'
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { ...authorization, accept, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors, extensions } = (await response.json()) as GraphqlAnswer
    return { status: response.status, headers: response.headers, data, errors, extensions }
  }

  async function token(whose: 'ours' | 'theirs', role: Role = 'reader'): Promise<string> {
    const scope = whose === 'ours' ? ourScope : theirScope
    const { tenantId } = tenants[whose]
    const { secret } = await createApiToken(records, scope, { tenantId, name: `${whose} ${role}`, role })
    return secret
  }

  return {
    ...{
      ...tenants,
      store,
      signals,
      logSources,
      origin,
      sessionOf: identity.sessionOf,
      consoleUrl: CONSOLE_URL,
      ask,
      token,
    },
    async close() {
      await app.close()
      await signals.close()
      await clickhouse.drop()
      await tenants.close()
    },
  }
}

export type GraphqlWorld = Awaited<ReturnType<typeof graphqlWorld>>
