import type { RuleError } from './rule-error.ts'
import type { SigmaCorrelation } from './sigma-correlation.ts'
import type { SigmaRule } from './sigma-rule.ts'

/**
 * Looks up what correlations refer to, among everything that is loaded: each reference must be the id or name of
 * exactly one rule or correlation, and none may lead back to where it came from.
 * @returns the correlations that can be judged
 */
export function checkCorrelations(
  correlations: readonly SigmaCorrelation[],
  rules: readonly SigmaRule[],
): { correlations: SigmaCorrelation[]; errors: RuleError[] } {
  const errors: RuleError[] = []
  const holders = new Map<string, Set<SigmaRule | SigmaCorrelation>>()
  for (const one of [...rules, ...correlations]) {
    for (const key of [one.id, one.name ?? one.id]) holders.set(key, (holders.get(key) ?? new Set()).add(one))
  }
  const sound = new Map<SigmaCorrelation, boolean>()

  /** Without recursion, because a chain may be as long as the file. */
  function judge(start: SigmaCorrelation): void {
    const path = [{ correlation: start, next: 0, whole: true }]
    const open = new Set([start])
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const { correlation } = step
      const reference = correlation.rules[step.next++]
      if (!reference) {
        sound.set(correlation, step.whole)
        open.delete(correlation)
        path.pop()
        const user = path.at(-1)
        if (user && !step.whole) blame(user, correlation)
        continue
      }
      const found = [...(holders.get(reference.to) ?? [])]
      const [only] = found
      const at = { file: correlation.file, line: reference.line, column: reference.column }
      if (!only || found.length > 1) {
        step.whole = false
        errors.push({ ...at, ...wrongCount(reference.to, found.length) })
        continue
      }
      const target = 'timespan' in only ? only : undefined
      if (!target) continue
      if (open.has(target)) {
        step.whole = false
        const message = `'${reference.to}' leads back to this correlation`
        errors.push({ ...at, message, mend: 'take one of the references out of the circle' })
      } else if (sound.has(target)) {
        if (!sound.get(target)) blame(step, target)
      } else {
        open.add(target)
        path.push({ correlation: target, next: 0, whole: true })
      }
    }
  }

  function blame(
    step: { correlation: SigmaCorrelation; next: number; whole: boolean },
    broken: SigmaCorrelation,
  ) {
    step.whole = false
    const { line = 1, column = 1 } = step.correlation.rules[step.next - 1] ?? {}
    const message = `the correlation '${broken.title}' has errors of its own`
    errors.push({ file: step.correlation.file, line, column, message, mend: 'mend that one first' })
  }

  for (const correlation of correlations) if (!sound.has(correlation)) judge(correlation)
  return { correlations: correlations.filter((correlation) => sound.get(correlation)), errors }
}

function wrongCount(to: string, count: number): { message: string; mend: string } {
  if (count === 0)
    return {
      message: `no rule has the id or name '${to}'`,
      mend: 'name a rule or correlation that is loaded',
    }
  return {
    message: `${count} rules are called '${to}'`,
    mend: 'refer to the id, or give them names of their own',
  }
}
