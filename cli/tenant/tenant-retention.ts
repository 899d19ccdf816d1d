import { UserError } from '#core/errors'
import { createRecords, type Records } from '#core/records/create-records'
import { changeSource, listSources } from '#core/records/sources'
import { setTenantRetention } from '#core/records/tenants'
import { createSignals } from '#core/signals/create-signals'
import { grantScope } from '#core/tenant/grant-scope'
import { readOperatorConfig } from '../operator-config.ts'
import { parseFlags } from '../parse-flags.ts'
import { tenantNamed } from '../token/tenant-named.ts'
import type { Verb } from '../verb.ts'

const TEXT = { type: 'string' } as const
const DEFAULT = 'default'

/** Says for how many days the events of a tenant, or of one of its sources, are shown. */
export const tenantRetention: Verb = async (args, io) => {
  const flags = parseFlags(args, { tenant: TEXT, source: TEXT, days: TEXT }, '', io)
  if (typeof flags === 'number') return flags
  const { tenant, source, days } = flags.values
  const config = readOperatorConfig()
  const most = Math.max(...config.RETENTION_CLASSES)
  const retentionDays = days === DEFAULT ? null : Number(days)
  const isRight =
    retentionDays === null || (Number.isInteger(retentionDays) && retentionDays >= 1 && retentionDays <= most)
  if (!tenant || !days || !isRight) {
    io.stderr.write(`--tenant SLUG and --days, 1 to ${most} or '${DEFAULT}', are needed\n`)
    return 2
  }
  const records = createRecords({ url: config.POSTGRES_URL, maxConnections: 1 })
  const signals = createSignals(config)
  try {
    const { tenantId } = await tenantNamed(records, tenant)
    await keepFor(records, { tenantId, source, retentionDays })
    // Doors and searches remember what was said for a while; this makes them forget.
    await signals.publish('sourcesChanged', { tenantId })
    io.stdout.write(`${JSON.stringify({ tenant, source, retentionDays })}\n`)
    return 0
  } finally {
    await signals.close()
    await records.close()
  }
}

interface Keep {
  tenantId: string
  source: string | undefined
  retentionDays: number | null
}

async function keepFor(records: Records, { tenantId, source, retentionDays }: Keep): Promise<void> {
  const scope = grantScope([tenantId])
  if (source === undefined) return setTenantRetention(records, scope, { tenantId, retentionDays })
  const found = (await listSources(records, scope)).find(({ sourceName }) => sourceName === source)
  if (!found) throw new UserError('NOT_FOUND', `The tenant has no source '${source}'`)
  await changeSource(records, scope, found.sourceId, { retentionDays })
}
