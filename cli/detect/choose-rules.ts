import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import { type Level, SEVERITY_LEVELS } from '#core/event/detection'

/** Which of the rules count. An empty list leaves nothing out. */
export interface RuleChoice {
  /** The least level. */
  level: Level
  /** Any of them. */
  statuses: readonly string[]
  /** Any of them; `attack.t1059` also stands for `attack.t1059.001`. */
  tags: readonly string[]
  /** Rules that count, and those that do not: by id, file or folder. */
  only: readonly string[]
  exclude: readonly string[]
}

export function chooseRules(rules: readonly SigmaRule[], choice: RuleChoice): SigmaRule[] {
  const least = SEVERITY_LEVELS.indexOf(choice.level)
  return rules.filter(
    (rule) =>
      SEVERITY_LEVELS.indexOf(rule.level) >= least &&
      (choice.statuses.length === 0 || choice.statuses.includes(rule.status ?? '')) &&
      (choice.tags.length === 0 ||
        rule.tags.some((tag) => choice.tags.some((wanted) => isOf(tag, wanted)))) &&
      (choice.only.length === 0 || isNamed(rule, choice.only)) &&
      !isNamed(rule, choice.exclude),
  )
}

function isOf(tag: string, wanted: string): boolean {
  const [lower, sought] = [tag.toLowerCase(), wanted.toLowerCase()]
  return lower === sought || lower.startsWith(`${sought}.`)
}

function isNamed({ id, file }: SigmaRule, names: readonly string[]): boolean {
  return names.some(
    (name) => name === id || name === file || file.startsWith(name.endsWith('/') ? name : `${name}/`),
  )
}
