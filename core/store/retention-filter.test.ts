import { describe, expect, test } from 'vitest'
import { countsFilter, retentionFilter } from './retention-filter.ts'

const NOW = Date.parse('2026-03-31T00:00:00Z')
const since = (day: string) =>
  `received >= fromUnixTimestamp64Milli(${Date.parse(`${day}T00:00:00Z`)}, 'UTC')`

describe('retentionFilter', () => {
  test('is nothing where nobody says anything', () => {
    expect(retentionFilter([], NOW, "'")).toBeUndefined()
    expect(retentionFilter([{ tenantId: 'a', days: undefined, sources: [] }], NOW, "'")).toBeUndefined()
  })

  test('lets whole partitions be left out where all tenants say something', () => {
    const limits = [
      { tenantId: 'a', days: 30, sources: [] },
      { tenantId: 'b', days: 10, sources: [{ sourceId: 'b1', days: 20 }] },
    ]
    expect(retentionFilter(limits, NOW, "'")).toBe(
      [
        since('2026-03-01'),
        `(${since('2026-03-01')} OR tenant_id != 'a')`,
        `(${since('2026-03-21')} OR tenant_id != 'b' OR source_id IN ('b1'))`,
        `(${since('2026-03-11')} OR source_id NOT IN ('b1'))`,
      ].join(' AND '),
    )
  })

  test('is to the minute', () => {
    const limits = [{ tenantId: 'a', days: 30, sources: [] }]
    for (const later of [1, 59_999])
      expect(retentionFilter(limits, NOW + later, "'")).toBe(retentionFilter(limits, NOW, "'"))
    expect(retentionFilter(limits, NOW + 60_000, "'")).not.toBe(retentionFilter(limits, NOW, "'"))
  })

  test('names the sources of the same days together', () => {
    const sources = [
      { sourceId: 's1', days: 10 },
      { sourceId: 's2', days: 10 },
    ]
    expect(retentionFilter([{ tenantId: 'a', days: undefined, sources }], NOW, "'")).toBe(
      `(${since('2026-03-21')} OR source_id NOT IN ('s1', 's2'))`,
    )
  })
})

test('tables that count by the day are filtered by tenant alone', () => {
  const today = NOW / 86_400_000
  const limits = [
    { tenantId: 'a', days: 30, sources: [] },
    { tenantId: 'b', days: 10, sources: [{ sourceId: 'b1', days: 20 }] },
    { tenantId: 'c', days: undefined, sources: [{ sourceId: 'c1', days: 20 }] },
  ]
  expect(countsFilter(limits, NOW, "'")).toBe(
    [
      `(toInt32(received_day) >= ${today - 30} OR tenant_id != 'a')`,
      `(toInt32(received_day) >= ${today - 20} OR tenant_id != 'b')`,
    ].join(' AND '),
  )
  expect(countsFilter([], NOW, "'")).toBeUndefined()
})
