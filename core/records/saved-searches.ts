import { UserError } from '../errors.ts'
import { uuidV7 } from '../event/uuid-v7.ts'
import type { TenantScope } from '../tenant/tenant-scope.ts'
import type { Records } from './create-records.ts'
import type { SavedSearch as SavedSearchRow } from './generated/client.ts'
import { type Transaction, withScope } from './with-scope.ts'

const MOST_SEARCHES = 500

/** A question worth asking again. */
export interface SavedSearch {
  tenantId: string
  searchId: string
  name: string
  /** Search text, as it was typed. */
  query: string
  /** As the console's address has it: `24h`, or two instants. */
  range: string
  /** Fields shown as columns; empty for the usual ones. */
  columns: readonly string[]
  /** Person or API token. */
  savedBy: string
  savedAt: Date
}

type NewSearch = Omit<SavedSearch, 'searchId' | 'savedAt'>

/**
 * The one of that name is saved anew.
 * @throws UserError BAD_USER_INPUT when the tenant has too many
 */
export function saveSearch(records: Records, scope: TenantScope, search: NewSearch): Promise<SavedSearch> {
  const { tenantId, name, query, range, savedBy } = search
  const said = { query, range, savedBy, columns: [...search.columns], savedAt: new Date() }
  return withScope(records, scope.narrow(tenantId), async (tx) => {
    await refuseTooMany(tx, tenantId, name)
    return toSearch(
      await tx.savedSearch.upsert({
        where: { tenantId_name: { tenantId, name } },
        create: { tenantId, id: uuidV7(Date.now()), name, ...said },
        update: said,
      }),
    )
  })
}

async function refuseTooMany(tx: Transaction, tenantId: string, name: string): Promise<void> {
  const others = await tx.savedSearch.count({ where: { tenantId, name: { not: name } } })
  if (others >= MOST_SEARCHES)
    throw new UserError('BAD_USER_INPUT', `The tenant has ${MOST_SEARCHES} saved searches: forget some first`)
}

/** By name. */
export function listSearches(records: Records, scope: TenantScope): Promise<SavedSearch[]> {
  return withScope(records, scope, async (tx) => {
    const where = { tenantId: { in: [...scope.tenantIds] } }
    return (await tx.savedSearch.findMany({ where, orderBy: { name: 'asc' } })).map(toSearch)
  })
}

/** @throws UserError NOT_FOUND */
export function forgetSearch(records: Records, scope: TenantScope, searchId: string): Promise<void> {
  return withScope(records, scope, async (tx) => {
    const where = { tenantId: { in: [...scope.tenantIds] }, id: searchId }
    const { count } = await tx.savedSearch.deleteMany({ where })
    if (count === 0) throw new UserError('NOT_FOUND', 'There is no such saved search')
  })
}

function toSearch({ id, ...row }: SavedSearchRow): SavedSearch {
  return { searchId: id, ...row }
}
