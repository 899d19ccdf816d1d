import type { KeyedGroup } from './assign-groups.ts'

const MOST_GROUPS = 1_000
/** Of text: values come from logs and have any length. */
const MOST_CHARACTERS = 4 * 1024 * 1024

/** Parts small enough for a transaction that others wait for. */
export function* sliceGroups(groups: readonly KeyedGroup[]): Generator<KeyedGroup[]> {
  let slice: KeyedGroup[] = []
  let characters = 0
  for (const group of groups) {
    const length = textOf(group)
    if (slice.length > 0 && (slice.length === MOST_GROUPS || characters + length > MOST_CHARACTERS)) {
      yield slice
      slice = []
      characters = 0
    }
    slice.push(group)
    characters += length
  }
  if (slice.length > 0) yield slice
}

function textOf({ ruleTitle, ruleDescription = '', entity }: KeyedGroup): number {
  return ruleTitle.length + ruleDescription.length + entity.site.length + entity.value.length
}
