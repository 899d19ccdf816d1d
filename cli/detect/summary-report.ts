import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import { SEVERITY_LEVELS } from '#core/event/detection'
import { LEVEL_COLOURS, type Paint } from '../terminal/create-paint.ts'
import { escapeText } from '../terminal/escape-text.ts'
import { describeEvent } from './describe-event.ts'
import type { Report, Totals } from './finding.ts'

interface Count {
  rule: SigmaRule
  events: number
  /** ISO 8601; empty when no event told its time. */
  first: string
  last: string
}

/** Rules that matched, gravest and most frequent first, with how often, since when and until when. */
export function createSummaryReport(paint: Paint): Report {
  const counts = new Map<SigmaRule, Count>()
  return {
    found({ event, rules }) {
      const { time } = describeEvent(event)
      for (const rule of rules) {
        const count = counts.get(rule) ?? { rule, events: 0, first: time, last: time }
        counts.set(rule, count)
        count.events += 1
        if (time === '') continue
        if (count.first === '' || time < count.first) count.first = time
        if (time > count.last) count.last = time
      }
      return ''
    },
    end: (totals) => printRules([...counts.values()], paint) + printTotals(totals),
  }
}

function printRules(counts: readonly Count[], paint: Paint): string {
  if (counts.length === 0) return 'No rule matched.\n'
  const text: string[] = []
  for (const level of [...SEVERITY_LEVELS].reverse()) {
    const rules = counts.filter(({ rule }) => rule.level === level).sort((a, b) => b.events - a.events)
    if (rules.length === 0) continue
    const events = rules.reduce((sum, count) => sum + count.events, 0)
    text.push(
      paint(LEVEL_COLOURS[level], `${level}: ${print(events)} detections of ${print(rules.length)} rules`),
    )
    for (const { rule, events, first, last } of rules) {
      const span = [...new Set([first, last].map((time) => time.slice(0, 19)))].join(' .. ')
      text.push(`${print(events).padStart(10)}  ${escapeText(rule.title, 60).padEnd(60)}  ${span}`.trimEnd())
    }
    text.push('')
  }
  return `${text.join('\n')}\n`
}

function printTotals({ files, bytes, events, detections, seconds }: Totals): string {
  const rate = print(Math.round(events / Math.max(seconds, 0.001)))
  const size = `${(bytes / 1e6).toFixed(1)} MB`
  return (
    `${print(detections)} detections in ${print(events)} events of ${print(files)} ${files === 1 ? 'input' : 'inputs'}` +
    ` (${size}), ${seconds.toFixed(1)} s, ${rate} events/s\n`
  )
}

function print(count: number): string {
  return count.toLocaleString('en')
}
