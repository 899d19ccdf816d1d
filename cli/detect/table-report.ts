import { LEVEL_COLOURS, type Paint } from '../terminal/create-paint.ts'
import { escapeText } from '../terminal/escape-text.ts'
import { describeEvent } from './describe-event.ts'
import { evidenceOf } from './evidence-of.ts'
import type { Explain, Report } from './finding.ts'

const COLUMNS = [
  ['TIME', 19],
  ['LEVEL', 8],
  ['RULE', 44],
  ['HOST', 18],
  ['USER', 18],
] as const
const LEFT = COLUMNS.reduce((sum, [, width]) => sum + width + 2, 0)

interface Options {
  explain: Explain
  paint: Paint
  /** Characters of a line; undefined where it may be as long as it is. */
  width: number | undefined
}

/** A row for each detection, as soon as it is found. */
export function createTableReport({ explain, paint, width }: Options): Report {
  const evidenceWidth = width === undefined ? 200 : Math.max(20, width - LEFT - 1)
  let headed = false
  return {
    found({ event, rules }) {
      const { time, host, user } = describeEvent(event)
      const rows = rules.map((rule) => {
        const evidence = evidenceOf(explain(rule, event).condition)
        const shown =
          evidence && `${evidence.field === undefined ? '' : `${evidence.field}=`}${evidence.value}`
        const cells = [time.slice(0, 19).replace('T', ' '), nameOf(rule.level), rule.title, host, user]
        const row = cells.map((cell, i) => clip(cell, COLUMNS[i]?.[1] ?? 0))
        row[1] = paint(LEVEL_COLOURS[rule.level], row[1] ?? '')
        return `${[...row, escapeText(shown ?? '', evidenceWidth)].join('  ').trimEnd()}\n`
      })
      const head = headed ? '' : `${paint('bold', heading)}\n`
      headed = true
      return head + rows.join('')
    },
    end: () => '',
  }
}

const heading = [...COLUMNS.map(([name, width]) => name.padEnd(width)), 'EVIDENCE'].join('  ')

function nameOf(level: string): string {
  return level === 'informational' ? 'info' : level
}

/** Escapes lengthen a text, so what is cut is cut once more. */
function clip(text: string, width: number): string {
  const safe = escapeText(text, width)
  return (safe.length > width ? `${safe.slice(0, width - 1)}…` : safe).padEnd(width)
}
