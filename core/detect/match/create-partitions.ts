import type { LogSource, SigmaRule } from '../rule/sigma-rule.ts'
import type { Router } from '../sources/create-router.ts'
import { createPartition, type Partition } from './create-partition.ts'
import type { Route } from './create-routes.ts'
import type { Witness } from './find-witness.ts'
import type { GramCounts } from './grams.ts'

/** Which rules an event meets, worked out once for all events of a route. */
export interface Partitions {
  of(route: Route): Partition
  /** Places for rules in all partitions that are remembered. */
  readonly size: number
  readonly bytes: number
}

const MAX_SIZE = 300_000

/** Routes that meet the same rules share a partition; when all of them grow too large they are made anew. */
export function createPartitions(
  rules: readonly Pick<SigmaRule, 'logSource'>[],
  router: Router,
  witnesses: readonly (readonly Witness[] | undefined)[],
  grams: GramCounts,
  maxSize = MAX_SIZE,
): Partitions {
  const groups = groupBySource(rules)
  let byRoute = new WeakMap<Route, Partition>()
  const byGroups = new Map<string, Partition>()
  let size = 0

  function partitionOf(route: Route): Partition {
    const met = groups.filter(({ source }) => router.applies(source, route.event))
    const name = met.map(({ number }) => number).join()
    const known = byGroups.get(name)
    if (known) return known
    const routed = met.flatMap((group) => group.rules).sort((a, b) => a - b)
    if (size + routed.length > maxSize) forget()
    const partition = createPartition(routed, witnesses, grams)
    byGroups.set(name, partition)
    size += routed.length
    return partition
  }

  function forget(): void {
    byRoute = new WeakMap()
    byGroups.clear()
    size = 0
  }

  return {
    of(route) {
      const known = byRoute.get(route)
      if (known) return known
      const partition = partitionOf(route)
      byRoute.set(route, partition)
      return partition
    },
    get size() {
      return size
    },
    get bytes() {
      return [...byGroups.values()].reduce((sum, { bytes }) => sum + bytes, 0)
    },
  }
}

interface Group {
  number: number
  source: LogSource
  rules: number[]
}

/** Rules by log source: of thousands there are a hundred. */
function groupBySource(rules: readonly Pick<SigmaRule, 'logSource'>[]): Group[] {
  const groups = new Map<string, Group>()
  for (const [rule, { logSource }] of rules.entries()) {
    const { product, category, service } = logSource
    const key = JSON.stringify([product, category, service])
    const group = groups.get(key)
    if (group) group.rules.push(rule)
    else groups.set(key, { number: groups.size, source: logSource, rules: [rule] })
  }
  return [...groups.values()]
}
