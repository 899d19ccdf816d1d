import { type ChainType, type Modifier, modifiers } from './modifiers.ts'

/** What people write who come from elsewhere, and what to write. */
const FOREIGN: ReadonlyMap<string, string> = new Map([
  ['not', 'write |neq, or not in the condition'],
  ['ne', 'write |neq'],
  ['eq', 'leave it out: a value alone means equal'],
  ['equals', 'leave it out: a value alone means equal'],
  ['in', 'leave it out: any value of a list counts'],
  ['any', 'leave it out: any value of a list counts'],
  ['regex', 'write |re'],
  ['like', 'write |contains, or wildcards in the value'],
])

export interface Chain {
  names: readonly string[]
  steps: readonly Modifier[]
}

/** Whether the modifiers of a key can stand in their order, wrong ones reported where they are. */
export function readChain(
  names: readonly string[],
  keyword: boolean,
  fail: (index: number, message: string, mend: string) => void,
): Chain | undefined {
  const steps: Modifier[] = []
  let type: ChainType = 'text'
  for (const [i, name] of names.entries()) {
    const modifier = modifiers.get(name)
    const before = names.slice(0, i).join('|')
    if (!modifier) {
      fail(i, `unknown modifier '${name}'`, nearest(name))
    } else if (modifier.first && i > 0) {
      fail(i, `${name} after ${before}`, `${name} must be the first modifier`)
    } else if (keyword && (name === 'exists' || name === 'fieldref')) {
      fail(i, `${name} needs a field`, `write Field|${name}`)
    } else if (!modifier.takes.includes(type)) {
      fail(i, ...misplaced(name, modifier, before))
    } else if (
      name === 'cased' &&
      names.some((other) => MINDS_NO_CASE.includes(modifiers.get(other)?.gives))
    ) {
      fail(i, 'cased beside a modifier that knows no case', 'leave it out')
    } else {
      steps.push(modifier)
      type = modifier.gives ?? type
    }
  }
  return steps.length < names.length ? undefined : { names, steps }
}

const MINDS_NO_CASE: readonly (ChainType | undefined)[] = ['network', 'comparison', 'time']

function misplaced(name: string, { takes }: Modifier, before: string): [message: string, mend: string] {
  if (before.startsWith('exists')) return ['exists goes with no other modifier', 'write Field|exists: true']
  if (name === 'cased')
    return [`cased after ${before}`, 'leave it out: re minds the case unless |i is given, numbers have none']
  if (takes.includes('regex') && takes.length === 1) return [`|${name} without re`, `write |re|${name}`]
  return [`${name} after ${before}`, `write ${name} before it, or leave one of them out`]
}

function nearest(name: string): string {
  const foreign = FOREIGN.get(name.toLowerCase())
  if (foreign) return foreign
  const known = [...modifiers.keys()]
  const close = known.find((other) => other === name.toLowerCase() || other.startsWith(name.slice(0, 3)))
  return close ? `did you mean ${close}?` : `known are ${known.join(', ')}`
}
