import type { Records } from '#core/records/create-records'
import { keepExportTicket } from '#core/records/export-tickets'
import type { TenantScope } from '#core/tenant/tenant-scope'
import type { EventFilter } from '../../questions/event-filter.ts'
import { type ExportQuestion, exportQuestionSchema, MOST_ROWS } from '../../questions/export-question.ts'
import { readInput } from '../read-input.ts'

const MINUTES = 5

interface Asked {
  scope: TenantScope
  holder: string
  input: {
    filter: EventFilter
    format: ExportQuestion['format']
    columns?: readonly string[] | null | undefined
    first?: number | null | undefined
  }
}

/**
 * Keeps what is to be taken out until its address is fetched. Whether the filter makes sense was asked before.
 * @throws UserError BAD_USER_INPUT
 */
export async function keepExport(
  records: Records,
  { scope, holder, input }: Asked,
): Promise<{ url: string; expiresAt: bigint }> {
  const { filter, format, columns, first } = input
  const now = Date.now()
  const given = {
    tenantIds: [...scope.tenantIds],
    filter: toKept(filter),
    now: String(BigInt(now) * 1_000_000n),
    format,
    columns: columns ?? [],
    most: first ?? MOST_ROWS,
  }
  const question = readInput(exportQuestionSchema, given, { most: 'first' })
  const expiresAt = new Date(now + MINUTES * 60_000)
  const secret = await keepExportTicket(records, { holder, question, expiresAt })
  return { url: `/exports/${secret}`, expiresAt: BigInt(expiresAt.getTime()) * 1_000_000n }
}

/** As it is kept: without what was not asked, and times as text. */
function toKept({ query, range, ...others }: EventFilter): Record<string, unknown> {
  const asked = Object.entries(others).filter(([, value]) => value !== null && value !== undefined)
  return {
    ...Object.fromEntries(asked),
    query: query ?? '',
    range: { from: String(range.from), to: String(range.to) },
  }
}
