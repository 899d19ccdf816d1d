import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { UnavailableError } from '#core/errors'
import type { Payload, Segment } from '#core/queues/payload'
import { createSealer } from './create-sealer.ts'

const segment: Segment = {
  ...{ tenantId: 'tenant', sourceId: 'source', site: '', format: 'auto', zoneMinutes: 0 },
  ...{ backfill: false, received: 0, records: [Buffer.from('line')] },
}

/** A queue whose engine commits what it is given, and whose answers get lost as long as `silent`. */
function slowQueue() {
  const stored = new Map<string, Payload>()
  const jobs: unknown[] = []
  const state = { silent: true, tries: 0 }
  const queues = {
    async add(_queue: unknown, job: unknown, options: unknown) {
      jobs.push([job, options])
    },
    payloads: {
      async put(...payloads: readonly Payload[]) {
        state.tries++
        for (const payload of payloads) stored.set(payload.payloadId, payload)
        if (state.silent) throw new UnavailableError('did not answer')
      },
      putOnce: async () => ['of the first time'],
      forgetKeys: async () => undefined,
      get: async () => undefined,
      remove: async () => undefined,
      listIds: async () => [],
      countByTenant: async () => new Map(),
    },
  }
  return { sealer: createSealer(queues, pino({ level: 'silent' })), stored, jobs, state }
}

describe('createSealer', () => {
  it('insists with the same payload, though an answer got lost', async () => {
    const { sealer, stored, jobs, state } = slowQueue()
    const insisting = sealer.insist([[segment]])
    await expect.poll(() => state.tries).toBeGreaterThan(1)
    state.silent = false
    const { payloadIds } = await insisting
    expect([...stored.keys()]).toEqual(payloadIds)
    const [payloadId] = payloadIds
    expect(jobs).toEqual([[{ payloadId }, expect.objectContaining({ jobId: payloadId, again: true })]])
    await sealer.close()
  })

  it('insists no longer when it closes', async () => {
    const { sealer, jobs } = slowQueue()
    const insisting = sealer.insist([[segment]])
    const outcome = expect(insisting).rejects.toThrow(UnavailableError)
    await sealer.close()
    await outcome
    expect(jobs).toEqual([])
  })

  it('tells at once who can send again, and adds no job', async () => {
    const { sealer, jobs, state } = slowQueue()
    await expect(sealer.seal([[segment]])).rejects.toThrow(UnavailableError)
    await sealer.close()
    expect(state.tries).toBe(1)
    expect(jobs).toEqual([])
  })

  it('adds no job for a key that was used before', async () => {
    const { sealer, jobs } = slowQueue()
    const sealed = await sealer.seal([[segment]], { tenantId: 'tenant', key: 'key' })
    expect(sealed).toEqual({ payloadIds: ['of the first time'], repeated: true })
    await sealer.close()
    expect(jobs).toEqual([])
  })
})
