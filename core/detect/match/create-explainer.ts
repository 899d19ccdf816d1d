import type { SigmaRule } from '../rule/sigma-rule.ts'
import { createRouter, type Router } from '../sources/create-router.ts'
import { eventFields, type SourceFamily } from '../sources/log-sources.ts'
import { createEventView } from './event-view.ts'
import { explainCondition } from './explain-condition.ts'
import type { Explanation, MatchInput } from './matcher.ts'

/** Why a rule did or did not match an event: as the matcher judges it, without the other rules. */
export function createExplainer(
  families: readonly SourceFamily[],
  router: Router = createRouter(families),
): (rule: SigmaRule, event: MatchInput) => Explanation {
  const view = createEventView()
  return (rule, event) => {
    view.show(event)
    const namesOf = (field: string) => eventFields(families, rule.logSource, field)
    const condition = explainCondition(rule.condition, view, namesOf)
    const routed = router.meeting(event)(rule.logSource)
    const source = router.judging(event)(rule.logSource)
    return { matches: routed && condition.holds, routed, source, condition }
  }
}
