import { printTest } from '../rule/print-test.ts'
import { fold } from '../values/fold.ts'
import { compileTest } from './compile-test.ts'
import type { EventView, Slots } from './event-view.ts'
import type { ResolvedCondition } from './find-witness.ts'
import type { Explained, MatchInput } from './matcher.ts'

/** The truth of every part of a condition for the event that the view shows. */
export function explainCondition(
  condition: ResolvedCondition,
  view: EventView,
  slots: Slots,
  event: MatchInput,
): Explained {
  const explain = (child: ResolvedCondition) => explainCondition(child, view, slots, event)
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const of = condition.of.map(explain)
      const holds =
        condition.kind === 'all' ? of.every((child) => child.holds) : of.some((child) => child.holds)
      return { kind: condition.kind, holds, of }
    }
    case 'not': {
      const inner = explain(condition.of)
      return { kind: 'not', holds: !inner.holds, of: [inner] }
    }
    case 'selection': {
      const inner = explain(condition.of)
      return { kind: 'selection', name: condition.name, holds: inner.holds, of: [inner] }
    }
    case 'test': {
      const { slot } = condition.test
      const test = compileTest(condition.test)
      const holds = test(view)
      const explained: Explained = { kind: 'test', holds, test: printTest(condition.test.test) }
      if (slot === undefined) {
        const value = holds ? view.keywords().find((text) => test(only(view, text))) : undefined
        return value === undefined ? explained : { ...explained, value }
      }
      const value = view.value(slot)
      const field = slots.namesOf(slot).find((name) => event.fields[name] !== undefined)
      return field === undefined || value === undefined ? explained : { ...explained, field, value }
    }
  }
}

/** The same event with one keyword text, to find the one that a keyword was found in. */
function only(view: EventView, text: string): EventView {
  return { ...view, keywords: () => [text], foldedKeywords: () => [fold(text)] }
}
