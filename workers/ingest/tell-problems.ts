import type { RuleError } from '#core/detect/rule/rule-error'
import type { Log } from '#core/log'

/** Problems of one folder, or of one tenant. */
export interface Problems {
  where: string
  errors: readonly RuleError[]
  warnings: readonly RuleError[]
}

const EXAMPLES = 3

/**
 * Logs what is wrong with rules: what was said at the time before is not said again, and a kind of problem is one
 * line however often it occurs, for a folder of thousands of files may have hundreds.
 */
export function createProblemTeller(log: Log): (problems: readonly Problems[]) => void {
  let told = new Set<string>()
  return (problems) => {
    const now = new Set<string>()
    const news = (where: string, all: readonly RuleError[]): RuleError[] =>
      all.filter((problem) => {
        const key = JSON.stringify([where, problem])
        now.add(key)
        return !told.has(key)
      })
    for (const { where, errors, warnings } of problems) {
      for (const [line, fields] of linesOf(where, news(where, errors))) log.error(fields, `left out: ${line}`)
      for (const [line, fields] of linesOf(where, news(where, warnings))) log.warn(fields, line)
    }
    told = now
  }
}

/** Problems of a kind share what is wrong or how to mend it: the other of the two may differ from rule to rule. */
function linesOf(where: string, problems: readonly RuleError[]): [string, object][] {
  const counts = new Map<string, number>()
  for (const { message, mend } of problems)
    for (const words of [message, mend]) counts.set(words, (counts.get(words) ?? 0) + 1)
  const kinds = new Map<string, RuleError[]>()
  for (const problem of problems) {
    const { message, mend } = problem
    const words = (counts.get(message) ?? 0) > (counts.get(mend) ?? 0) ? message : mend
    const kind = kinds.get(words)
    if (kind) kind.push(problem)
    else kinds.set(words, [problem])
  }
  return [...kinds].map(([words, such]) => {
    const [{ file, line, message, mend } = { file: '', line: 0, message: '', mend: '' }] = such
    if (such.length === 1) return [`${message}; ${mend}`, { where, file, line }]
    const first = such
      .slice(0, EXAMPLES)
      .map((one) => `${one.file}:${one.line}: ${words === one.message ? one.mend : one.message}`)
    return [`${such.length} times; ${words}`, { where, first }]
  })
}
