import { LEVEL_COLOURS, type Paint } from '../terminal/create-paint.ts'
import { escapeText } from '../terminal/escape-text.ts'
import { describeEvent } from './describe-event.ts'
import { evidenceOf } from './evidence-of.ts'
import type { Explain, Report } from './finding.ts'

const NAMES = ['TIME', 'LEVEL', 'RULE', 'HOST', 'USER', 'EVIDENCE'] as const
const WIDE = [19, 8, 44, 18, 18] as const
const NARROW = [19, 8, 32, 14, 14] as const
const GAP = '  '

interface Options {
  explain: Explain
  paint: Paint
  /** Characters of a line; undefined where it may be as long as it is. */
  width: number | undefined
}

/** A row for each detection, as soon as it is found. */
export function createTableReport({ explain, paint, width }: Options): Report {
  const before = width !== undefined && width < 150 ? NARROW : WIDE
  const left = before.reduce((sum, one) => sum + one + GAP.length, 0)
  const widths = [...before, width === undefined ? 200 : Math.max(20, width - left - 1)]
  const rowOf = (cells: readonly string[]): string[] => cells.map((cell, i) => clip(cell, widths[i] ?? 0))
  let headed = false
  return {
    found({ event, rules }) {
      const { time, host, user } = describeEvent(event)
      const rows = rules.map((rule) => {
        const { field, value } = evidenceOf(explain(rule, event).condition) ?? { field: undefined, value: '' }
        const [when = '', level = '', ...rest] = rowOf([
          time.slice(0, 19).replace('T', ' '),
          rule.level === 'informational' ? 'info' : rule.level,
          rule.title,
          host,
          user,
          field === undefined ? value : `${field}=${value}`,
        ])
        return `${[when, paint(LEVEL_COLOURS[rule.level], level), ...rest].join(GAP).trimEnd()}\n`
      })
      const head = headed ? '' : `${paint('bold', rowOf(NAMES).join(GAP).trimEnd())}\n`
      headed = true
      return head + rows.join('')
    },
    end: () => '',
  }
}

/** Escapes lengthen a text, so what was cut is cut once more. */
function clip(text: string, width: number): string {
  const safe = escapeText(text, width)
  return (safe.length > width ? `${safe.slice(0, width - 1)}…` : safe).padEnd(width)
}
