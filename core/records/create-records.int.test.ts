import { describe, expect, it } from 'vitest'
import { UnavailableError } from '../errors.ts'
import { grantScope } from '../tenant/grant-scope.ts'
import { createRecords } from './create-records.ts'
import { listMemberships } from './memberships.ts'
import { listSources } from './sources.ts'

describe('createRecords', () => {
  it('tells that Postgres is away', async () => {
    const records = createRecords({ url: 'postgres://nobody@127.0.0.1:1/none' })
    const id = '018f0000-0000-7000-8000-000000000001'
    await expect(records.ping()).rejects.toBeInstanceOf(UnavailableError)
    await expect(listSources(records, grantScope([id]))).rejects.toBeInstanceOf(UnavailableError)
    await expect(listMemberships(records, id)).rejects.toBeInstanceOf(UnavailableError)
    await records.close()
  })
})
