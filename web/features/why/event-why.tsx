'use client'

import { useMemo, useState } from 'react'
import { RuleExplanationDocument, type RuleExplanationQuery } from '../../graphql/generated/graphql.ts'
import { FailureState } from '../../ui/failure-state.tsx'
import { Severity } from '../../ui/severity.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { State } from '../../ui/state.tsx'
import { AttackTags } from '../alert/attack-tags.tsx'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import { ConditionTable } from './condition-table.tsx'
import styles from './event-why.module.css'
import { RulePicker } from './rule-picker.tsx'
import { Verdict } from './verdict.tsx'

type Explanation = NonNullable<RuleExplanationQuery['ruleExplanation']>

interface EventWhyProps {
  eventId: string
  /** The rule held against the event; none yet. */
  ruleId: string | undefined
  onRule: (ruleId: string) => void
}

/** Why a rule matched an event, or why not. */
export function EventWhy({ eventId, ruleId, onRule }: EventWhyProps) {
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry asks again
  const variables = useMemo(
    () => (ruleId === undefined ? undefined : { id: eventId, rule: ruleId }),
    [eventId, ruleId, turn],
  )
  const { data, failure, since } = useQueryAnswer(RuleExplanationDocument, variables)
  const explanation = data?.ruleExplanation ?? undefined
  const shown = explanation?.rule.ruleId === ruleId ? explanation : undefined
  return (
    <>
      <RulePicker eventId={eventId} title={shown?.rule.title} onPick={onRule} />
      {ruleId === undefined ? (
        <State title="No rule matched this event">
          Choose any rule above: each part of its condition is held against this event.
        </State>
      ) : null}
      {failure ? <FailureState failure={failure} onRetry={() => setTurn((one) => one + 1)} /> : null}
      {ruleId !== undefined && !shown && !failure && (since !== undefined || !data) ? (
        <Skeleton rows={8} />
      ) : null}
      {data && !explanation && since === undefined && ruleId !== undefined ? (
        <State title="This rule is not here any more">
          It has left the files of rules, or it was never one of this tenant.
        </State>
      ) : null}
      {shown ? <Judged explanation={shown} /> : null}
    </>
  )
}

function Judged({ explanation }: { explanation: Explanation }) {
  const { rule, matches, logSource, knownAs, rows, rowsLeft } = explanation
  return (
    <div className={styles.judged}>
      <header className={styles.head}>
        <p className={styles.rule}>
          <Severity level={rule.level} />
          <AttackTags ids={rule.attack} />
        </p>
        <p className={styles.verdict} role="status">
          <Verdict verdict={matches ? 'met' : 'unmet'} /> {verdictOf(explanation)}
        </p>
        <dl className={styles.facts}>
          <div>
            <dt>Log source</dt>
            <dd>
              {logSource.map(({ key, value, fits }) => (
                <span key={key} className={styles.part}>
                  {key} <code>{value}</code> <Verdict verdict={fits ? 'met' : 'unmet'} />
                </span>
              ))}
              <span className={styles.known}>
                {knownAs.length > 0
                  ? `This event is known to be of ${knownAs.join(', ')}.`
                  : 'This event does not tell what it is of, so that nothing speaks against any.'}
              </span>
            </dd>
          </div>
          <div>
            <dt>Looked for</dt>
            <dd>
              <span className={styles.part}>{MODES[rule.mode]}</span>
              <span className={styles.known}>{rule.reason}</span>
            </dd>
          </div>
        </dl>
      </header>
      <ConditionTable rows={rows} rowsLeft={rowsLeft} />
    </div>
  )
}

const MODES = { on: 'yes', shadow: 'on trial: no alerts', off: 'no' } as const

function verdictOf({ rule, matches, rows }: Explanation): string {
  const holds = rows[0]?.holds ?? false
  const said = matches
    ? 'The rule matches this event.'
    : rule.fits
      ? 'The rule does not match: its condition does not hold.'
      : `The rule does not match: the event is of another log source, ${holds ? 'though the condition holds' : 'and the condition does not hold either'}.`
  if (rule.fired && !matches) return `${said} It did when the event came: rule or tables have changed since.`
  if (!rule.fired && matches)
    return rule.mode === 'off'
      ? `${said} Nothing was raised: it is not looked for.`
      : `${said} It did not when the event came: it was not in force then, or has changed since.`
  return said
}
