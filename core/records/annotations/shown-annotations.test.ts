import { expect, it } from 'vitest'
import { shownAnnotations } from './shown-annotations.ts'

const NOW = new Date('2026-05-20T00:00:00Z')
const since = (text: string) => ({ gte: new Date(text) })

it('shows annotations for as long as their events: by tenant, by source, never longer than the installation keeps', () => {
  const limits = [
    { tenantId: 'a', days: undefined, sources: [] },
    { tenantId: 'b', days: 10, sources: [{ sourceId: 'short', days: 2 }] },
    { tenantId: 'c', days: 900, sources: [] },
  ]
  expect(shownAnnotations(limits, 30, NOW)).toEqual({
    OR: [
      { tenantId: 'a', OR: [{ sourceId: { notIn: [] }, eventReceived: since('2026-04-20T00:00:00Z') }] },
      {
        tenantId: 'b',
        OR: [
          { sourceId: { notIn: ['short'] }, eventReceived: since('2026-05-10T00:00:00Z') },
          { sourceId: 'short', eventReceived: since('2026-05-18T00:00:00Z') },
        ],
      },
      { tenantId: 'c', OR: [{ sourceId: { notIn: [] }, eventReceived: since('2026-04-20T00:00:00Z') }] },
    ],
  })
})

it('shows nothing of tenants that are not known', () => {
  expect(shownAnnotations([], 30, NOW)).toEqual({ OR: [] })
})
