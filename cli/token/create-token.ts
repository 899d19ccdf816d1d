import { z } from 'zod'
import { UserError } from '#core/errors'
import { parsers } from '#core/parse/generated/registry'
import { createApiToken } from '#core/records/api-tokens'
import { createRecords, type Records } from '#core/records/create-records'
import { createIngestToken } from '#core/records/ingest-tokens'
import { ROLES } from '#core/records/memberships'
import { ensureSource, type Source } from '#core/records/sources'
import { grantScope } from '#core/tenant/grant-scope'
import { readOperatorConfig } from '../operator-config.ts'
import { parseFlags } from '../parse-flags.ts'
import type { Verb } from '../verb.ts'
import { tenantNamed } from './tenant-named.ts'

const text = z.string().trim().min(1, 'must not be empty').max(200)

const format = z
  .string()
  .refine((name) => name === 'auto' || parsers.some((parser) => parser.name === name), {
    message: `is no parser; there are auto, ${parsers.map(({ name }) => name).join(', ')}`,
  })

const base = { tenant: text, name: text }
const tokenSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...{ kind: z.literal('ingest'), ...base },
    ...{ source: text.optional(), site: z.string().max(200).optional(), format: format.optional() },
  }),
  z.strictObject({ kind: z.literal('api'), ...base, role: z.enum(ROLES).default('reader') }),
])

type NewToken = z.infer<typeof tokenSchema>

const FLAG = { type: 'string' } as const
const FLAGS = {
  ...{ kind: FLAG, tenant: FLAG, name: FLAG },
  ...{ source: FLAG, site: FLAG, format: FLAG, role: FLAG },
}

export const createToken: Verb = async (args, io) => {
  const flags = parseFlags(args, FLAGS, '', io)
  if (typeof flags === 'number') return flags
  const parsed = tokenSchema.safeParse({ ...flags.values })
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const path = issue.path.length > 0 ? `--${issue.path.join('.')}: ` : ''
      io.stderr.write(`${path}${issue.message}\n`)
    }
    io.stderr.write('See nightjar token --help\n')
    return 2
  }
  const records = createRecords({ url: readOperatorConfig().POSTGRES_URL, maxConnections: 1 })
  try {
    io.stdout.write(`${JSON.stringify(await create(records, parsed.data))}\n`)
    return 0
  } finally {
    await records.close()
  }
}

interface Created {
  id: string
  kind: NewToken['kind']
  tenant: string
  secret: string
}

async function create(records: Records, given: NewToken): Promise<Created> {
  const { tenantId, slug } = await tenantNamed(records, given.tenant)
  const scope = grantScope([tenantId])
  const { name } = given
  if (given.kind === 'api') {
    const { token, secret } = await createApiToken(records, scope, { tenantId, name, role: given.role })
    return { id: token.tokenId, kind: 'api', tenant: slug, secret }
  }
  const { sourceId } = await sourceOf(records, tenantId, given)
  const { token, secret } = await createIngestToken(records, scope, { tenantId, sourceId, name })
  return { id: token.tokenId, kind: 'ingest', tenant: slug, secret }
}

async function sourceOf(
  records: Records,
  tenantId: string,
  { source: name, site, format, ...given }: Extract<NewToken, { kind: 'ingest' }>,
): Promise<Source> {
  const shape = { ...(site !== undefined && { site }), ...(format !== undefined && { format }) }
  const source = await ensureSource(records, grantScope([tenantId]), {
    tenantId,
    name: name ?? given.name,
    ...shape,
  })
  if ((site ?? source.site) !== source.site || (format ?? source.format) !== source.format) {
    throw new UserError('CONFLICT', `The source ${source.sourceName} exists with another site or format`)
  }
  return source
}
