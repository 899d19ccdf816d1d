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

/** How to mend it says what kind of problem it is. */
function linesOf(where: string, problems: readonly RuleError[]): [string, object][] {
  const kinds = new Map<string, RuleError[]>()
  for (const problem of problems) {
    const { mend } = problem
    const kind = kinds.get(mend)
    if (kind) kind.push(problem)
    else kinds.set(mend, [problem])
  }
  return [...kinds].map(([mend, such]) => {
    const [{ file, line, message } = { file: '', line: 0, message: '' }] = such
    if (such.length === 1) return [`${message}; ${mend}`, { where, file, line }]
    const first = such.slice(0, EXAMPLES).map((one) => `${one.file}:${one.line}: ${one.message}`)
    return [`${such.length} times; ${mend}`, { where, first }]
  })
}
