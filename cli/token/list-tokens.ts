import { type ApiToken, listApiTokens } from '#core/records/api-tokens'
import { createRecords } from '#core/records/create-records'
import { type IngestToken, listIngestTokens } from '#core/records/ingest-tokens'
import { listSources } from '#core/records/sources'
import { grantScope } from '#core/tenant/grant-scope'
import { readOperatorConfig } from '../operator-config.ts'
import { parseFlags } from '../parse-flags.ts'
import type { Verb } from '../verb.ts'
import { allTenants, tenantNamed } from './tenant-named.ts'

export const listTokens: Verb = async (args, io) => {
  const flags = parseFlags(args, { tenant: { type: 'string' } }, '', io)
  if (typeof flags === 'number') return flags
  const records = createRecords({ url: readOperatorConfig().POSTGRES_URL, maxConnections: 1 })
  try {
    const { tenant } = flags.values
    const tenants = tenant === undefined ? await allTenants(records) : [await tenantNamed(records, tenant)]
    for (const { tenantId, slug } of tenants) {
      const scope = grantScope([tenantId])
      const sources = new Map(
        (await listSources(records, scope)).map((source) => [source.sourceId, source.sourceName]),
      )
      for (const token of await listIngestTokens(records, scope)) {
        const of = { kind: 'ingest', tenant: slug, source: sources.get(token.sourceId) }
        io.stdout.write(`${JSON.stringify({ id: token.tokenId, ...of, ...shown(token) })}\n`)
      }
      for (const token of await listApiTokens(records, scope)) {
        const of = { kind: 'api', tenant: slug, role: token.role }
        io.stdout.write(`${JSON.stringify({ id: token.tokenId, ...of, ...shown(token) })}\n`)
      }
    }
    return 0
  } finally {
    await records.close()
  }
}

function shown({ name, prefix, createdAt, lastUsedAt, revokedAt }: ApiToken | IngestToken): object {
  return { name, prefix, createdAt, lastUsedAt: lastUsedAt ?? null, revokedAt: revokedAt ?? null }
}
