import type { EventView } from './event-view.ts'
import { baseName, type Witness } from './find-witness.ts'

/** The rules that events of one kind meet, indexed by what wakes them. */
export interface Partition {
  /** Calls for every rule that could hold, each once. */
  wake(view: EventView, judge: (rule: number) => void): void
}

interface Index {
  slot: number
  values: Map<string, number[]>
  bases: Map<string, number[]>
  present: number[]
}

export function createPartition(
  rules: readonly number[],
  witnesses: readonly (readonly Witness[] | undefined)[],
): Partition {
  const always: number[] = []
  const indexes = new Map<number, Index>()
  for (const rule of rules) {
    const own = witnesses[rule]
    if (!own) always.push(rule)
    for (const witness of own ?? []) {
      const index = indexes.get(witness.slot) ?? createIndex(witness.slot)
      indexes.set(witness.slot, index)
      if (witness.by === 'presence') index.present.push(rule)
      else add(witness.by === 'value' ? index.values : index.bases, witness.text, rule)
    }
  }
  const slots = [...indexes.values()]
  const seen = new Float64Array((rules.at(-1) ?? -1) + 1)
  let round = 0

  return {
    wake(view, judge) {
      round++
      const judgeAll = (woken: readonly number[] | undefined) => {
        for (const rule of woken ?? []) {
          if (seen[rule] === round) continue
          seen[rule] = round
          judge(rule)
        }
      }
      judgeAll(always)
      for (const { slot, values, bases, present } of slots) {
        if (view.value(slot) === undefined) continue
        judgeAll(present)
        if (values.size === 0 && bases.size === 0) continue
        const folded = view.folded(slot)
        for (const text of typeof folded === 'string' ? [folded] : (folded ?? [])) {
          if (values.size > 0) judgeAll(values.get(text))
          if (bases.size > 0) judgeAll(bases.get(baseName(text)))
        }
      }
    },
  }
}

function createIndex(slot: number): Index {
  return { slot, values: new Map(), bases: new Map(), present: [] }
}

function add(map: Map<string, number[]>, text: string, rule: number): void {
  const rules = map.get(text)
  if (rules) rules.push(rule)
  else map.set(text, [rule])
}
