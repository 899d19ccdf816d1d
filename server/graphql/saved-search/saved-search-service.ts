import { z } from 'zod'
import { UserError } from '#core/errors'
import type { Records } from '#core/records/create-records'
import { forgetSearch, listSearches, type SavedSearch, saveSearch } from '#core/records/saved-searches'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { refuseLongQuery } from '../../questions/refuse-long-query.ts'
import { decodeGlobalId } from '../global-id.ts'
import type { QueryBudget } from '../query-budget.ts'
import type { Rights } from '../rights.ts'

export type SavedSearchParent = SavedSearch

const searchSchema = z.object({
  name: z.string().trim().min(1).max(100),
  query: z.string(),
  range: z.string().trim().min(1).max(100),
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
}

export function createSavedSearchService({ records, rights, budget }: SavedSearchDeps): SavedSearchService {
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
      const parsed = searchSchema.safeParse(given)
      if (!parsed.success) throw new UserError('BAD_USER_INPUT', z.prettifyError(parsed.error))
      refuseLongQuery('query', parsed.data.query)
      return { savedSearch: await saveSearch(records, scope, { tenantId, savedBy: by, ...parsed.data }) }
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
