import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveParser } from '#core/records/parsers/save-parser'
import { twoTenants } from '../../e2e/testkit/two-tenants.ts'
import { keepParsers } from './keep-parsers.ts'

const SAVED_BY = '018f0000-0000-7000-8000-000000000001'
const LINE = 'LOCK|front|opened by|mira'
const CONTEXT = { received: 0, zoneMinutes: 0 }

function definitionOf(field: string): string {
  return JSON.stringify({
    name: 'door-lock',
    when: { prefix: 'LOCK|' },
    pattern: { regex: '^LOCK\\|(?P<door>\\w+)\\|opened by\\|(?P<who>\\w+)$' },
    fields: { who: field },
    samples: [LINE],
  })
}

describe('parsers of tenants in a worker', () => {
  let world: Awaited<ReturnType<typeof twoTenants>>
  let now = 0

  beforeAll(async () => {
    world = await twoTenants()
  })
  afterAll(() => world.close())

  function save(definition: string | undefined) {
    const { records, ourScope, ours } = world
    const owner = { tenantId: ours.tenantId }
    const change = { owner, name: 'door-lock', definition, basedOn: undefined, savedBy: SAVED_BY }
    return saveParser(records, ourScope, change)
  }

  it('read the lines of their tenant, as they are now, and of no other', async () => {
    const { records, ours, theirs } = world
    const tenantIds = [ours.tenantId, theirs.tenantId]
    await save(definitionOf('user.name'))
    const parsers = keepParsers(records, pino({ level: 'silent' }), () => now)
    const read = async (tenantId: string) => {
      await parsers.prepare(tenantIds)
      const [line] = parsers.parseLinesOf(tenantId)([LINE], 'auto', CONTEXT)
      return { parser: line?.parser, user: line?.fields['user.name'], id: line?.fields['user.id'] }
    }
    const ofNobody = { parser: 'raw@1', user: undefined, id: undefined }
    expect(await read(ours.tenantId)).toEqual({ parser: 'door-lock@1', user: 'mira', id: undefined })
    expect(await read(theirs.tenantId)).toEqual(ofNobody)

    await save(definitionOf('user.id'))
    expect((await read(ours.tenantId)).parser).toBe('door-lock@1')
    parsers.forget(ours.tenantId)
    expect(await read(ours.tenantId)).toEqual({ parser: 'door-lock@2', user: undefined, id: 'mira' })

    await save(undefined)
    now += 60_000
    expect(await read(ours.tenantId)).toEqual(ofNobody)
    expect(await read(theirs.tenantId)).toEqual(ofNobody)
  })

  it('that cannot be read are left out', async () => {
    const { records, ours } = world
    await save('{"name": "door-lock"}')
    const parsers = keepParsers(records, pino({ level: 'silent' }), () => now)
    await parsers.prepare([ours.tenantId])
    expect(parsers.parseLinesOf(ours.tenantId)([LINE], 'auto', CONTEXT)[0]?.parser).toBe('raw@1')
  })

  it('are asked for before a line is read', () => {
    const { records, ours } = world
    const parsers = keepParsers(records, pino({ level: 'silent' }))
    expect(() => parsers.parseLinesOf(ours.tenantId)).toThrow(/not prepared/)
  })
})
