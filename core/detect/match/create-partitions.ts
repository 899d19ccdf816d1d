import type { LogSource, SigmaRule } from '../rule/sigma-rule.ts'
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

interface Options {
  rules: readonly Pick<SigmaRule, 'logSource'>[]
  grams: GramCounts
  /** Of a rule, as far as events have shown what is rare. */
  witnessOf(rule: number): readonly Witness[] | undefined
  maxSize?: number
}

interface Entry {
  rules: readonly number[]
  partition: Partition
  events: number
  /** Made anew when it has seen so many events. */
  until: number
}

const MAX_SIZE = 300_000
const MAX_ROUTES = 1_024
const FIRST_LOOK = 256
const NEXT_LOOK = 16

/** Routes that meet the same rules share a partition; when all of them grow too large they are made anew. */
export function createPartitions(options: Options): Partitions {
  const { grams, witnessOf, maxSize = MAX_SIZE } = options
  const groups = groupBySource(options.rules)
  const byRoute = new Map<Route, Entry>()
  const byGroups = new Map<string, Entry>()
  let size = 0

  function entryOf(route: Route): Entry {
    const met = groups.filter(({ source }) => route.meets(source))
    const name = met.map(({ number }) => number).join()
    const known = byGroups.get(name)
    if (known) return known
    const rules = met.flatMap((group) => group.rules).sort((a, b) => a - b)
    if (size + rules.length > maxSize) forget()
    const entry = { rules, partition: createPartition(rules, witnessOf, grams), events: 0, until: FIRST_LOOK }
    byGroups.set(name, entry)
    size += rules.length
    return entry
  }

  function forget(): void {
    byRoute.clear()
    byGroups.clear()
    size = 0
  }

  function lookAgain(entry: Entry): void {
    entry.until *= NEXT_LOOK
    entry.partition = createPartition(entry.rules, witnessOf, grams)
  }

  return {
    of(route) {
      let entry = byRoute.get(route)
      if (!entry) {
        if (byRoute.size >= MAX_ROUTES) byRoute.clear()
        entry = entryOf(route)
        byRoute.set(route, entry)
      }
      if (++entry.events === entry.until) lookAgain(entry)
      return entry.partition
    },
    get size() {
      return size
    },
    get bytes() {
      return [...byGroups.values()].reduce((sum, { partition }) => sum + partition.bytes, 0)
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
