/** Which of a matcher's rules count for a tenant: bit i of the set is rule i. */
export type RuleSet = Uint32Array

/** @param size number of rules of the matcher that the set is for */
export function createRuleSet(size: number, enabled: Iterable<number>): RuleSet {
  const set = new Uint32Array(Math.ceil(size / 32))
  for (const rule of enabled) set[rule >>> 5] = (set[rule >>> 5] ?? 0) | (1 << (rule & 31))
  return set
}

export function inRuleSet(set: RuleSet, rule: number): boolean {
  return ((set[rule >>> 5] ?? 0) & (1 << (rule & 31))) !== 0
}
