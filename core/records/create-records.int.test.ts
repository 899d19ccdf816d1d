import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { UnavailableError } from '../errors.ts'
import { grantScope } from '../tenant/grant-scope.ts'
import { createRecords } from './create-records.ts'
import { resolveSession } from './sessions.ts'
import { listSources } from './sources.ts'
import { getTenants } from './tenants.ts'
import { withScope } from './with-scope.ts'

describe('createRecords', () => {
  it('tells that Postgres is away', async () => {
    const records = createRecords({ url: 'postgres://nobody@127.0.0.1:1/none' })
    const id = '018f0000-0000-7000-8000-000000000001'
    await expect(records.ping()).rejects.toBeInstanceOf(UnavailableError)
    await expect(listSources(records, grantScope([id]))).rejects.toBeInstanceOf(UnavailableError)
    await expect(resolveSession(records, id)).rejects.toBeInstanceOf(UnavailableError)
    await records.close()
  })

  it('tells that the connection was lost, and comes back', async () => {
    const { records, ours, ourScope, ownerUrl, close } = await twoTenants()
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    const lost = withScope(records, ourScope, async (tx) => {
      await owner.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'nightjar' AND datname = current_database()",
      )
      await tx.source.findMany()
    })
    await expect(lost).rejects.toBeInstanceOf(UnavailableError)
    await owner.end()
    expect(await getTenants(records, ourScope)).toEqual([ours])
    await close()
  })
})
