import { offsetInScalar } from './offset-in-scalar.ts'
import { readPlainYaml } from './read-plain-yaml.ts'
import { readWholeYaml } from './read-whole-yaml.ts'
import type { RuleError } from './rule-error.ts'
import type { At, Report, YamlDocument, YamlScalar } from './yaml-node.ts'

/** What readers report through: keeps every error and warning of a file once, with its place. */
export interface Notes {
  report: Report
  warn: Report
  /** Where a character of a scalar's value stands in the file. */
  within(scalar: YamlScalar, index: number): At
  /** Line and column, both 1-based. */
  place(at: At): { line: number; column: number }
}

export interface YamlFile extends Notes {
  documents: YamlDocument[]
  errors: RuleError[]
  warnings: RuleError[]
}

const MAX_TEXT = 4_000_000

/**
 * YAML 1.2 (core schema) into plain nodes with places. Duplicate keys are errors, aliases are followed,
 * and the size of what they unfold to is bounded.
 */
export function readYaml(text: string, file: string): YamlFile {
  const place = createPlaces(text)
  const errors: RuleError[] = []
  const warnings: RuleError[] = []
  const keep = (notes: RuleError[]): Report => {
    const seen = new Set<string>()
    return (at, message, mend) => {
      const key = `${at.offset} ${message}`
      // Documents made from one template would repeat what is wrong with it.
      if (!seen.has(key)) notes.push({ file, ...place(at), message, mend })
      seen.add(key)
    }
  }
  const report = keep(errors)
  if (text.length > MAX_TEXT)
    report({ offset: 0 }, `the file has ${text.length} characters`, `split it: at most ${MAX_TEXT} are read`)
  return {
    documents: text.length > MAX_TEXT ? [] : (readPlainYaml(text) ?? readWholeYaml(text, report)),
    errors,
    warnings,
    report,
    warn: keep(warnings),
    place,
    within: (scalar, index) => ({
      offset:
        scalar.offset +
        offsetInScalar(text.slice(scalar.offset, scalar.end), String(scalar.value ?? ''), index),
    }),
  }
}

/** Lines are counted only when something is to be said about one. */
function createPlaces(text: string): Notes['place'] {
  let starts: number[] | undefined
  return ({ offset }) => {
    if (offset === 0) return { line: 1, column: 1 }
    starts ??= [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
