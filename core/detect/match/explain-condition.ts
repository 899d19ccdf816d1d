import type { Scalar } from '../../event/event.ts'
import type { Condition, Test } from '../rule/condition.ts'
import { partsOfTest, printTest } from '../rule/print-test.ts'
import { fold } from '../values/fold.ts'
import { compileTest } from './compile-test.ts'
import { createEventView, type EventView } from './event-view.ts'
import type { Explained } from './matcher.ts'
import { resolveTest } from './resolve-condition.ts'
import { createSlots } from './slot.ts'

/**
 * The truth of every part of a condition for the event that the view shows.
 * @param namesOf the event fields that a field of the rule stands for, in the order they are looked for
 */
export function explainCondition(
  condition: Condition,
  view: EventView,
  namesOf: (field: string) => readonly string[],
): Explained {
  const explain = (child: Condition) => explainCondition(child, view, namesOf)
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
    case 'test':
      return explainTest(condition.test, view, namesOf)
  }
}

function explainTest(test: Test, view: EventView, namesOf: (field: string) => readonly string[]): Explained {
  const resolved = resolveTest(test, { slots: createSlots(), namesOf })
  const check = compileTest(resolved)
  const holds = check(view)
  const parts = partsOfTest(test)
  const explained: Explained = { kind: 'test', holds, test: printTest(parts), parts }
  const { slot } = resolved
  if (!slot) {
    const value = holds ? view.keywords().find((text) => check(only(view, text))) : undefined
    return value === undefined ? explained : { ...explained, value }
  }
  const value = view.value(slot)
  const field = slot.names.find((name) => view.event.fields[name] !== undefined)
  if (field === undefined || value === undefined) return explained
  const hit =
    holds && test.op !== 'fieldref' && Array.isArray(value) ? findHit(test, field, value) : undefined
  return { ...explained, field, value, ...(hit !== undefined && { hit }) }
}

/** The first of several values that meets the test by itself. */
function findHit(test: Test, field: string, values: readonly Scalar[]): Scalar | undefined {
  // Slots remember by event, so these have a view to themselves.
  const check = compileTest(resolveTest(test, { slots: createSlots(), namesOf: () => [field] }))
  const view = createEventView()
  return values.find((value) => {
    view.show({ fields: { [field]: value }, raw: '' })
    return check(view)
  })
}

/** The same event with one keyword text, to find the one that a keyword was found in. */
function only(view: EventView, text: string): EventView {
  return { ...view, keywords: () => [text], foldedKeywords: () => [fold(text)] }
}
