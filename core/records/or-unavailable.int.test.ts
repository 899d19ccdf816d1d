import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { UnavailableError } from '../errors.ts'
import { clientOf, createRecords, type Records } from './create-records.ts'
import { Prisma } from './generated/client.ts'
import { orUnavailable } from './or-unavailable.ts'

const failed = (work: () => Promise<unknown>) => orUnavailable(work).catch((error: unknown) => error)

describe('orUnavailable', () => {
  let world: Awaited<ReturnType<typeof twoTenants>>
  /** With one connection. */
  let narrow: Records
  beforeAll(async () => {
    world = await twoTenants()
    narrow = createRecords({ url: world.appUrl, maxConnections: 1 })
  })
  afterAll(async () => {
    await narrow.close()
    await world.close()
  })

  it('takes an exhausted pool for an outage', async () => {
    const client = clientOf(narrow)
    await client.$transaction(async () => {
      const next = () => client.$transaction((tx) => tx.source.findMany(), { maxWait: 50 })
      expect(await failed(next)).toBeInstanceOf(UnavailableError)
    })
  })

  it.each([
    ['a model', (tx: Prisma.TransactionClient) => tx.source.findMany()],
    ['a statement', (tx: Prisma.TransactionClient) => tx.$queryRaw`SELECT 1`],
  ])('takes a transaction that lasts too long for a fault, told by %s', async (_, ask) => {
    const tooLong = () =>
      clientOf(narrow).$transaction(
        async (tx) => {
          await tx.$queryRaw`SELECT 1 FROM pg_sleep(0.2)`
          await ask(tx)
        },
        { timeout: 50 },
      )
    const error = await failed(tooLong)
    expect(error).toMatchObject({ code: 'P2028' })
    expect(error).not.toBeInstanceOf(UnavailableError)
  })

  it.each([
    ['nothing', undefined],
    ['a model', { modelName: 'Alert' }],
    ['something else', { driverAdapterError: 'unknown' }],
  ])('finds the code beside a meta of %s', async (_, meta) => {
    const about = { code: 'P2024', clientVersion: '7', ...(meta && { meta }) }
    const thrown = new Prisma.PrismaClientKnownRequestError('no connection', about)
    expect(await failed(() => Promise.reject(thrown))).toBeInstanceOf(UnavailableError)
  })

  it('leaves other errors as they are', async () => {
    const wrong = () => clientOf(narrow).$queryRaw`SELECT 1 / 0`
    expect(await failed(wrong)).not.toBeInstanceOf(UnavailableError)
    expect(await failed(() => Promise.reject('no error at all'))).toBe('no error at all')
  })
})
