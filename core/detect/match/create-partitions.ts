import type { LogSource, SigmaRule } from '../rule/sigma-rule.ts'
import type { Router } from '../sources/create-router.ts'
import { createPartition, type Partition } from './create-partition.ts'
import type { Witness } from './find-witness.ts'
import type { MatchInput } from './matcher.ts'

/** Which rules an event meets, worked out once for all events that no log source tells apart. */
export interface Partitions {
  of(event: MatchInput): Partition
  /** Places for rules in all partitions that are remembered: some 200 bytes each. */
  readonly size: number
}

const MAX_KEYS = 16_384
const MAX_SIZE = 300_000

/** A sender may make up combinations of sources with every event: neither time nor memory may grow by them. */
export function createPartitions(
  rules: readonly SigmaRule[],
  router: Router,
  witnesses: readonly (readonly Witness[] | undefined)[],
  maxSize = MAX_SIZE,
): Partitions {
  const groups = groupBySource(rules)
  const byKey = new Map<string, Partition>()
  const byGroups = new Map<string, Partition>()
  let size = 0

  function partitionOf(event: MatchInput): Partition {
    const reduced = router.reduce(event)
    const met = groups.filter(({ source }) => router.applies(source, reduced))
    const name = met.map(({ number }) => number).join()
    const known = byGroups.get(name)
    if (known) return known
    const routed = met.flatMap((group) => group.rules).sort((a, b) => a - b)
    if (size + routed.length > maxSize) forget()
    const partition = createPartition(routed, witnesses)
    byGroups.set(name, partition)
    size += routed.length
    return partition
  }

  function forget(): void {
    byKey.clear()
    byGroups.clear()
    size = 0
  }

  return {
    of(event) {
      const key = router.keyOf(event)
      const known = byKey.get(key)
      if (known) return known
      if (byKey.size >= MAX_KEYS) byKey.clear()
      const partition = partitionOf(event)
      byKey.set(key, partition)
      return partition
    },
    get size() {
      return size
    },
  }
}

interface Group {
  number: number
  source: LogSource
  rules: number[]
}

/** Rules by log source: of thousands there are a hundred. */
function groupBySource(rules: readonly SigmaRule[]): Group[] {
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
