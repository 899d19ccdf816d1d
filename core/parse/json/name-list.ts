/** The names of an object in their order. Objects with the same names share it, so that what follows from names is found out once. */
export interface NameList {
  readonly names: readonly string[]
}

/** The names met so far: a way from the root, one step a name. */
interface Step {
  readonly name: string
  /** The step that was taken from here last: mostly the next one too. */
  last: Step | undefined
  others: Map<string, Step> | undefined
  list: NameList | undefined
}

/** Senders choose the names: what is longer is not kept, and of too many all are forgotten. */
const MOST_STEPS = 20_000
const MOST_NAMES = 300
const LONGEST_NAME = 100

const firstStep = (name: string): Step => ({ name, last: undefined, others: undefined, list: undefined })

let root = firstStep('')
let steps = 0

function stepTo(from: Step, name: string): Step {
  let next = from.others?.get(name)
  if (next === undefined) {
    next = firstStep(name)
    from.others ??= new Map()
    from.others.set(name, next)
    steps++
  }
  from.last = next
  return next
}

export function nameListOf(json: Readonly<Record<string, unknown>>): NameList {
  if (steps > MOST_STEPS) {
    root = firstStep('')
    steps = 0
  }
  let step = root
  let count = 0
  for (const name in json) {
    if (++count > MOST_NAMES || name.length > LONGEST_NAME) return { names: Object.keys(json) }
    const { last } = step
    step = last !== undefined && last.name === name ? last : stepTo(step, name)
  }
  step.list ??= { names: Object.keys(json) }
  return step.list
}
