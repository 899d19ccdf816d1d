'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Level } from '../../graphql/generated/graphql.ts'
import { formatNumber } from '../../ui/format-number.ts'
import { LEVELS } from '../../ui/level.ts'
import { Severity } from '../../ui/severity.tsx'
import { formatTimeRange } from '../ask/time-range.ts'
import { addHas, addTerm } from '../search/add-term.ts'
import { useScope } from '../shell/scope.tsx'
import { ChartPanel } from './chart-panel.tsx'
import { barsByCategory, barsByLevel, barsByOutcome } from './overview-bars.ts'
import styles from './overview-page.module.css'
import { Ranking } from './ranking.tsx'
import type { Figures } from './use-figures.ts'

const OUTCOMES = ['failure', 'success', 'unknown'] as const
const STACKINGS = { outcome: 'By outcome', category: 'By category' } as const

const sum = (counts: readonly (number | string)[]) =>
  counts.reduce<number>((all, count) => all + Number(count), 0)

/** Counts of a stretch of time. Whatever is counted links to the search or the alerts that it counts. */
export function OverviewFigures({ figures }: { figures: Figures }) {
  const { base } = useScope()
  const router = useRouter()
  const [stacking, setStacking] = useState<keyof typeof STACKINGS>('outcome')
  const { eventHistogram: events, alertHistogram: alerts, topRules, eventFacets, categories, span } = figures
  const range = formatTimeRange({ kind: 'absolute', ...span })
  const search = (q: string, within = range) =>
    `${base}/search?${new URLSearchParams({ ...(q && { q }), range: within })}`
  const list = (level?: Level, within = range) =>
    `${base}/alerts?${new URLSearchParams({ status: 'any', ...(level && { level }), range: within })}`
  const stretch = (from: number, to: number) => formatTimeRange({ kind: 'absolute', from, to })

  const stack =
    stacking === 'outcome' ? barsByOutcome(events, span) : barsByCategory(events, categories, span)
  const eventLegend =
    stacking === 'outcome'
      ? OUTCOMES.map((name) => ({
          ...{ name, count: sum(events.buckets.map((bucket) => bucket[name])) },
          // Without an outcome, and with one that is unknown: no one search has both.
          href: name === 'unknown' ? undefined : search(addTerm('', 'event.outcome', name, false)),
        }))
      : stack.series.map(({ name, tone }, place) => ({
          ...{ name, count: sum(stack.bars.map(({ counts }) => counts[place] ?? 0)) },
          href: tone === 'rest' ? undefined : search(addTerm('', 'event.category', name, false)),
        }))
  const suspected = sum(events.buckets.map((bucket) => bucket.suspected))
  const alertStack = barsByLevel(alerts, span)
  const countOf = (level: Level) => alerts.levels.find((one) => one.level === level)?.count ?? 0
  const [hosts, users, kinds] = eventFacets
  const rank = (facet: typeof hosts) =>
    (facet?.values ?? []).map(({ value, count }) => ({
      ...{ key: value, name: value, count: Number(count) },
      href: search(addTerm('', facet?.field ?? '', value, false)),
    }))
  const noteOf = (facet: typeof hosts) =>
    facet && Number(facet.distinct) > facet.values.length
      ? `the first of ${formatNumber(facet.distinct)}`
      : undefined

  return (
    <>
      <div className={styles.charts}>
        <ChartPanel
          title="Events over time"
          unit={Number(events.total) === 1 ? 'event' : 'events'}
          enter="opens the search of that time"
          total={{ count: Number(events.total), href: search('') }}
          series={stack.series}
          bars={stack.bars}
          legend={[
            ...eventLegend,
            { name: 'suspected', count: suspected, href: search(addHas('', 'nightjar.suspected_by')) },
          ]}
          choice={
            <fieldset className={styles.stackings}>
              <legend className="visually-hidden">Stacked</legend>
              {(['outcome', 'category'] as const).map((one) => (
                <button
                  key={one}
                  type="button"
                  className={styles.stacking}
                  aria-pressed={one === stacking}
                  onClick={() => setStacking(one)}
                >
                  {STACKINGS[one]}
                </button>
              ))}
            </fieldset>
          }
          none="No event in this time."
          onChoose={(from, to) => router.push(search('', stretch(from, to)))}
        />
        <ChartPanel
          title="Alerts over time"
          unit={alerts.total === 1 ? 'alert' : 'alerts'}
          enter="lists the alerts of that time"
          total={{ count: alerts.total, href: list() }}
          series={alertStack.series}
          bars={alertStack.bars}
          legend={LEVELS.map((level) => ({
            name: level === 'informational' ? 'info' : level,
            count: countOf(level),
            href: list(level),
          }))}
          none="No rule raised an alert in this time."
          onChoose={(from, to) => router.push(list(undefined, stretch(from, to)))}
        />
      </div>
      <div className={styles.rankings}>
        <Ranking
          title="Rules, by events matched"
          none="No rule matched an event in this time."
          rows={topRules.rows.map(({ ruleId, ruleTitle, level, shadow, events: matched }) => ({
            key: ruleId,
            name: (
              <>
                <Severity level={level} wordless />
                <span className={styles.name}>{ruleTitle}</span>
                {shadow ? <span className={styles.trial}>on trial</span> : null}
              </>
            ),
            count: Number(matched),
            href: search(addTerm('', 'rule.id', ruleId, false)),
          }))}
        />
        <Ranking title="Hosts" note={noteOf(hosts)} none="No event names a host." rows={rank(hosts)} />
        <Ranking title="Users" note={noteOf(users)} none="No event names a user." rows={rank(users)} />
        <Ranking title="Categories" note={noteOf(kinds)} none="No event has a category." rows={rank(kinds)} />
      </div>
    </>
  )
}
