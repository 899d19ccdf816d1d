import { z } from 'zod'
import { UserError } from '#core/errors'
import { revokeApiToken } from '#core/records/api-tokens'
import { createRecords, type Records } from '#core/records/create-records'
import { revokeIngestToken } from '#core/records/ingest-tokens'
import { createSignals } from '#core/signals/create-signals'
import { grantScope } from '#core/tenant/grant-scope'
import { readOperatorConfig } from '../operator-config.ts'
import { parseFlags } from '../parse-flags.ts'
import type { Verb } from '../verb.ts'
import { allTenants } from './tenant-named.ts'

export const revokeToken: Verb = async (args, io) => {
  const flags = parseFlags(args, { id: { type: 'string' } }, '', io)
  if (typeof flags === 'number') return flags
  const id = z.uuid().safeParse(flags.values.id)
  if (!id.success) {
    io.stderr.write('--id: the id of a token, as nightjar token list shows it\n')
    return 2
  }
  const config = readOperatorConfig()
  const records = createRecords({ url: config.POSTGRES_URL, maxConnections: 1 })
  const signals = createSignals(config)
  try {
    const revoked = await revoke(records, id.data)
    // Doors remember tokens for a while; this makes them forget.
    await signals.publish('tokenRevoked', { tokenId: id.data })
    io.stdout.write(`${JSON.stringify(revoked)}\n`)
    return 0
  } finally {
    await signals.close()
    await records.close()
  }
}

interface Revoked {
  id: string
  kind: 'ingest' | 'api'
  tenant: string
  revokedAt: Date | undefined
}

async function revoke(records: Records, id: string): Promise<Revoked> {
  for (const { tenantId, slug: tenant } of await allTenants(records)) {
    const scope = grantScope([tenantId])
    const ingest = await revokeIngestToken(records, scope, id)
    if (ingest) return { id, kind: 'ingest', tenant, revokedAt: ingest.revokedAt }
    const api = await revokeApiToken(records, scope, id)
    if (api) return { id, kind: 'api', tenant, revokedAt: api.revokedAt }
  }
  throw new UserError('NOT_FOUND', `There is no token ${id}`)
}
