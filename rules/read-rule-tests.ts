import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { RuleError } from '#core/detect/rule/rule-error'

/** An event as a raw line or a JSON object, which is as good as its text. */
const eventSchema = z.union([
  z.string(),
  z.record(z.string(), z.unknown()).transform((e) => JSON.stringify(e)),
])
const testsSchema = z.strictObject({
  matches: z.array(eventSchema).default([]),
  ignores: z.array(eventSchema).default([]),
})

/** The events beside a rule, `x.tests.yml` beside `x.yml`. */
export interface RuleTests {
  events: readonly { raw: string; wanted: 'matches' | 'ignores'; line: number }[]
  errors: readonly RuleError[]
}

export function readRuleTests(text: string, file: string): RuleTests {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const broken = document.errors.map(({ pos, message }) => {
    const { line, col } = lines.linePos(pos[0])
    return { file, line, column: col, message, mend: 'write valid YAML 1.2' }
  })
  if (broken.length > 0) return { events: [], errors: broken }
  const read = testsSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {})
  const mend = 'write lists  matches:  and  ignores:  of raw lines or of maps'
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => {
      const node = document.getIn(
        path.filter((key) => typeof key !== 'symbol'),
        true,
      )
      const { line, col } = lines.linePos(offsetOf(node))
      return { file, line: Math.max(line, 1), column: Math.max(col, 1), message, mend }
    })
    return { events: [], errors }
  }
  const events = (['matches', 'ignores'] as const).flatMap((wanted) =>
    read.data[wanted].map((raw, i) => {
      const { line } = lines.linePos(offsetOf(document.getIn([wanted, i], true)))
      return { raw, wanted, line: Math.max(line, 1) }
    }),
  )
  if (events.length > 0) return { events, errors: [] }
  return { events, errors: [{ file, line: 1, column: 1, message: 'the file holds no event', mend }] }
}

function offsetOf(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0
}
