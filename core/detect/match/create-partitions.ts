import type { LogSource, SigmaRule } from '../rule/sigma-rule.ts'
import { createPartition, type Partition } from './create-partition.ts'
import type { Route } from './create-routes.ts'
import type { EventView } from './event-view.ts'
import type { Witness } from './find-witness.ts'
import type { GramCounts } from './grams.ts'
import type { TextBuffer } from './text-buffer.ts'

/** Which rules an event meets, worked out once for all events of a route. */
export interface Partitions {
  /** Adds every rule that an event of the route meets and that could hold, some more than once. */
  wake(route: Route, view: EventView, buffer: TextBuffer, woken: number[]): void
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

interface Way {
  entry: Entry
  /** By group, where the entry has rules that events of the route do not meet. */
  met: Uint8Array | undefined
}

/** Some 1.5 kB each with SigmaHQ's rules. */
const MAX_SIZE = 60_000
const MAX_ROUTES = 1_024
const FIRST_LOOK = 256
const NEXT_LOOK = 16
/** Partitions that may be made at once, and of how many events each further one is the price. */
const MAX_BUILDS = 256
const BUILD_EVENTS = 256

/**
 * Routes that meet the same rules share a partition. Those that meet most of the rules share one with all, and so do
 * those that come when too many partitions were made: a sender who makes up combinations of sources pays with speed
 * of his own events only, and all that is remembered stays within bounds.
 */
export function createPartitions(options: Options): Partitions {
  const { rules, grams, witnessOf, maxSize = MAX_SIZE } = options
  const groups = groupBySource(rules)
  const groupOf = new Uint32Array(rules.length)
  for (const group of groups) for (const rule of group.rules) groupOf[rule] = group.number
  const byRoute = new Map<Route, Way>()
  const byGroups = new Map<string, Entry>()
  let whole: Entry | undefined
  let builds = MAX_BUILDS
  let size = 0

  function wayOf(route: Route): Way {
    const met = groups.filter(({ source }) => route.meets(source))
    const count = met.reduce((sum, group) => sum + group.rules.length, 0)
    const name = met.map(({ number }) => number).join()
    const known = byGroups.get(name)
    if (known) return { entry: known, met: undefined }
    if (count * 2 > rules.length || builds < 1) return wholeWay(met)
    builds--
    if (size + count > maxSize) forget()
    const entry = createEntry(met.flatMap((group) => group.rules).sort((a, b) => a - b))
    byGroups.set(name, entry)
    size += count
    return { entry, met: undefined }
  }

  function wholeWay(met: readonly Group[]): Way {
    whole ??= createEntry(rules.map((_, rule) => rule))
    if (met.length === groups.length) return { entry: whole, met: undefined }
    const flags = new Uint8Array(groups.length)
    for (const { number } of met) flags[number] = 1
    return { entry: whole, met: flags }
  }

  function createEntry(own: readonly number[]): Entry {
    return { rules: own, partition: createPartition(own, witnessOf, grams), events: 0, until: FIRST_LOOK }
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
    wake(route, view, buffer, woken) {
      if (builds < MAX_BUILDS) builds += 1 / BUILD_EVENTS
      let way = byRoute.get(route)
      if (!way) {
        way = wayOf(route)
        if (byRoute.size >= MAX_ROUTES) byRoute.clear()
        byRoute.set(route, way)
      }
      const { entry, met } = way
      if (++entry.events === entry.until) lookAgain(entry)
      entry.partition.wake(view, buffer, woken)
      if (met) keepMet(woken, groupOf, met)
    },
    get size() {
      return size
    },
    get bytes() {
      const partitions = [...byGroups.values(), ...(whole ? [whole] : [])]
      return partitions.reduce((sum, { partition }) => sum + partition.bytes, 0)
    },
  }
}

function keepMet(woken: number[], groupOf: Uint32Array, met: Uint8Array): void {
  let kept = 0
  for (let i = 0; i < woken.length; i++) {
    const rule = woken[i] as number
    if (met[groupOf[rule] as number] === 1) woken[kept++] = rule
  }
  woken.length = kept
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
