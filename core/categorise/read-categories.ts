import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type CategoryTable, type Verdict, verdictSchema } from './category-table.ts'

export interface CategoryError {
  file: string
  /** 1-based. */
  line: number
  message: string
}

const word = z.union([z.string(), z.number()]).transform(String)

const fileSchema = z.strictObject({
  when: z.record(z.string(), z.union([word.transform((one) => [one]), z.array(word).nonempty()])).default({}),
  by: z.string().min(1),
  defaults: verdictSchema.default({}),
  rows: z.record(z.string(), verdictSchema),
})

const RANGE = /^(\d{1,15})-(\d{1,15})$/

function toTable(file: string, { when, by, defaults, rows }: z.infer<typeof fileSchema>): CategoryTable {
  const exact = new Map<string, Verdict>()
  let otherwise: Verdict | undefined
  const ranges: { from: number; to: number; verdict: Verdict }[] = []
  for (const [keys, own] of Object.entries(rows)) {
    const verdict = { ...defaults, ...own }
    for (const key of keys.split(',').map((part) => part.trim())) {
      const range = RANGE.exec(key)
      if (range) ranges.push({ from: Number(range[1]), to: Number(range[2]), verdict })
      else if (key === 'else') otherwise = verdict
      else exact.set(key, verdict)
    }
  }
  return { file, when: Object.entries(when), by, rows: exact, ranges, otherwise }
}

/** Where the innermost part of the path that exists begins. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of path) {
    if (!isMap(node)) break
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
    if (!pair) break
    offset = (isNode(pair.key) ? pair.key.range?.[0] : undefined) ?? offset
    node = pair.value
  }
  return offset
}

/**
 * Reads one table:
 * ```yaml
 * when: { event.provider: Microsoft-Windows-Security-Auditing }   # optional
 * by: event.code
 * defaults: { outcome: success }          # optional: for what a row leaves out
 * rows:
 *   4624: { action: logged-in, category: authentication, type: start }
 *   400-499: { outcome: failure }     # a range of numbers
 *   warn, warning: { severity: 40 }   # several values
 *   else: { category: host }          # all others
 * ```
 * All mistakes are reported together; with any of them there is no table.
 */
export function readCategories(
  text: string,
  file: string,
): { table: CategoryTable | undefined; errors: CategoryError[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number, message: string): CategoryError => ({
    file,
    line: Math.max(1, lines.linePos(offset).line),
    message,
  })
  if (document.errors.length > 0) {
    return { table: undefined, errors: document.errors.map((error) => at(error.pos[0], error.message)) }
  }
  const parsed = fileSchema.safeParse(document.toJS())
  if (parsed.success) return { table: toTable(file, parsed.data), errors: [] }
  const errors = parsed.error.issues.map((issue) =>
    at(offsetOf(document, issue.path), `${issue.path.join(' > ') || 'table'}: ${issue.message}`),
  )
  return { table: undefined, errors }
}
