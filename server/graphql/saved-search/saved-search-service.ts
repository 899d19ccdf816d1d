import { z } from 'zod'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import type { Records } from '#core/records/create-records'
import { forgetSearch, listSearches, type SavedSearch, saveSearch } from '#core/records/saved-searches'
import { parseTimeRange } from '#core/search/parse-time-range'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { toAnalysis } from '../../questions/to-analysis.ts'
import { decodeGlobalId } from '../global-id.ts'
import type { QueryBudget } from '../query-budget.ts'
import { readInput } from '../read-input.ts'
import type { Rights } from '../rights.ts'

export type SavedSearchParent = SavedSearch

const searchSchema = z.object({
  name: z.string().trim().min(1).max(100),
  query: z.string(),
  range: z
    .string()
    .trim()
    .refine(
      (range) => parseTimeRange(range) !== undefined,
      'must be a length like 15m, 24h or 7d, two instants with ~ between, or all',
    ),
  columns: z.array(z.string().min(1).max(200)).max(50),
})

interface NewSearch extends z.infer<typeof searchSchema> {
  tenantId: string
  /** Id of the person or API token. */
  by: string
}

export interface SavedSearchService {
  list(scope: TenantScope): Promise<SavedSearchParent[]>
  byId(reference: { tenantId: string; id: string }): Promise<SavedSearchParent | undefined>
  /** @throws UserError */
  save(search: NewSearch): Promise<{ savedSearch: SavedSearchParent }>
  /** @throws UserError */
  forget(id: string): Promise<{ forgottenId: string }>
}

interface SavedSearchDeps {
  records: Records
  rights: Rights
  budget: QueryBudget
  logSources: readonly SourceFamily[]
}

export function createSavedSearchService({
  records,
  rights,
  budget,
  logSources,
}: SavedSearchDeps): SavedSearchService {
  return {
    list(scope) {
      budget.spend()
      return listSearches(records, scope)
    },
    async byId({ tenantId, id }) {
      if (!rights.membership(tenantId)) return undefined
      budget.spend()
      return (await listSearches(records, rights.scopeOf([tenantId]))).find(({ searchId }) => searchId === id)
    },
    async save({ tenantId, by, ...given }) {
      const scope = rights.require(tenantId, 'analyst')
      const search = readInput(searchSchema, given)
      // Whenever it will be asked of: what is kept can be run.
      toAnalysis({ query: search.query, range: { from: 0n, to: 1n } }, logSources, 'query')
      return { savedSearch: await saveSearch(records, scope, { tenantId, savedBy: by, ...search }) }
    },
    async forget(id) {
      const reference = decodeGlobalId(id)
      const known = reference?.type === 'SavedSearch' ? reference : undefined
      const scope = rights.require(known?.tenantId ?? '', 'analyst')
      await forgetSearch(records, scope, known?.id ?? '')
      return { forgottenId: id }
    },
  }
}
