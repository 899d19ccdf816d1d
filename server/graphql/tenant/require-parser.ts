import { nearestName } from '#core/detect/sources/nearest-name'
import { parsers } from '#core/parse/generated/registry'
import type { Records } from '#core/records/create-records'
import { listParsers } from '#core/records/parsers/list-parsers'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { BadInput } from '../../questions/bad-input.ts'

const PACKAGED: ReadonlySet<string> = new Set(['auto', ...parsers.map(({ name }) => name)])

/** Workers read by `auto` what names no parser, so that a slip would never be noticed. @throws BadInput */
export async function requireParser(records: Records, scope: TenantScope, format: string): Promise<void> {
  if (PACKAGED.has(format) || (await listParsers(records, scope, format)).length > 0) return
  const near = nearestName(format, PACKAGED, 2)
  const advice = near ? `did you mean ${near}?` : 'save one of that name first, or write auto'
  throw new BadInput([{ path: ['format'], message: `There is no parser ${format}: ${advice}` }])
}
