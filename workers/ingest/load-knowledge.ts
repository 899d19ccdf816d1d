import { isDeepStrictEqual } from 'node:util'
import { type Categorise, createCategorise } from '#core/categorise/categorise'
import type { CategoryError } from '#core/categorise/read-categories'
import { createMatcher } from '#core/detect/match/create-matcher'
import type { Matcher } from '#core/detect/match/matcher'
import { type DecidedRules, decideRules } from '#core/detect/policy/decide-rules'
import { tenantOverlay } from '#core/detect/policy/tenant-overlay'
import type { RuleError } from '#core/detect/rule/rule-error'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import type { Log } from '#core/log'
import { ownCategories, readCategoryFolder } from '../../rules/read-category-folder.ts'
import { ownLogSources, readLogSourceFolder } from '../../rules/read-rule-folder.ts'
import { matchOf } from './match-of.ts'
import { ownRules } from './own-rules.ts'
import type { RuleSources } from './place-folders.ts'
import {
  createSourcesReader,
  type PlacedFolder,
  type ReadSources,
  type TenantSources,
} from './read-sources.ts'
import { countRules, type RuleCounts } from './rule-counts.ts'
import { baseRuling, type Ruling, tenantRuling } from './ruling.ts'
import { createProblemTeller, type Problems } from './tell-problems.ts'

/** Everything the pipeline knows that is data, compiled. */
export interface Knowledge {
  categorise: Categorise
  matcher: Matcher
  /** For tenants that change nothing. */
  ruling: Ruling
  /** By slug, for the tenants that the configuration names. */
  tenants: ReadonlyMap<string, Ruling>
  counts: RuleCounts
  /** Every folder that rules lie in. */
  folders: readonly string[]
}

/**
 * Reads rules, categories and log sources from disk. What cannot be read is logged and left out: a mistake in one rule
 * must not blind the others.
 * @returns a function that answers with the knowledge of now, the same object as long as nothing changed; it throws
 *   Error when a folder is missing or the rules configuration is wrong
 */
export function createKnowledgeLoader(sources: RuleSources, log: Log): () => Promise<Knowledge> {
  const readSources = createSourcesReader(sources)
  const tell = createProblemTeller(log)
  let packaged: Promise<Packaged> | undefined
  let before: { read: ReadSources; knowledge: Knowledge } | undefined

  return async () => {
    packaged ??= readPackaged()
    const [{ categorise, families, problems }, read] = await Promise.all([packaged, readSources()])
    if (before && isSame(before.read, read)) return before.knowledge
    const decided = decideRules(read.folders.map(({ policy, read: { rules } }) => ({ policy, rules })))
    const matcher = matcherOf(decided, families, before?.knowledge.matcher)
    const ruling = baseRuling((event) => matcher.match(event), decided)
    const tenants = read.tenants.map((tenant) => {
      const own = ownRules(tenant, read.folders, decided)
      const overlay = tenantOverlay(decided, tenant.config, own.rules)
      const match = matchOf(matcher, overlay)
      return {
        tenant,
        ruling: tenantRuling(ruling, overlay, match),
        problems: problemsOf(tenant, own.errors, overlay.unknown),
      }
    })
    const folders = foldersOf(read)
    tell([
      ...problems,
      ...folders.map(({ path, read: { errors, warnings } }) => ({ where: path, errors, warnings })),
      ...tenants.map((one) => one.problems),
    ])
    const counts = countRules(decided, countUnread(read.folders))
    const knowledge = {
      ...{ categorise, matcher, ruling, counts },
      tenants: new Map(tenants.map((one) => [one.tenant.slug, one.ruling])),
      folders: folders.flatMap((folder) => folder.read.folders),
    }
    before = { read, knowledge }
    return knowledge
  }
}

interface Packaged {
  categorise: Categorise
  families: readonly SourceFamily[]
  problems: readonly Problems[]
}

/** What comes with Nightjar and changes with its version. */
async function readPackaged(): Promise<Packaged> {
  const [categories, sources] = await Promise.all([
    readCategoryFolder(ownCategories),
    readLogSourceFolder(ownLogSources),
  ])
  return {
    categorise: createCategorise(categories.tables),
    families: sources.families,
    problems: [
      { where: ownCategories, errors: categories.errors.map(toRuleError), warnings: [] },
      { where: ownLogSources, errors: sources.errors, warnings: [] },
    ],
  }
}

function toRuleError({ file, line, message }: CategoryError): RuleError {
  return { file, line, column: 1, message, mend: 'docs/parsers.md says what a table holds' }
}

function foldersOf({ folders, tenants }: ReadSources): PlacedFolder[] {
  return [...folders, ...tenants.flatMap(({ folder }) => folder ?? [])]
}

function isSame(before: ReadSources, now: ReadSources): boolean {
  const reads = foldersOf(before).map(({ read }) => read)
  const folders = foldersOf(now)
  return (
    isDeepStrictEqual(before.config, now.config) &&
    folders.length === reads.length &&
    folders.every(({ read }, index) => read === reads[index])
  )
}

/** The one before when it holds the same rules: what changes for a tenant never rebuilds everybody's. */
function matcherOf(
  decided: DecidedRules,
  families: readonly SourceFamily[],
  before: Matcher | undefined,
): Matcher {
  const rules = [...decided.values()].flatMap(({ rule, mode }) => (mode === 'off' ? [] : [rule]))
  const same =
    before?.rules.length === rules.length && before.rules.every((rule, index) => rule === rules[index])
  return same ? before : createMatcher(rules, families)
}

function countUnread(folders: readonly PlacedFolder[]): number {
  return folders.reduce((sum, { read }) => sum + new Set(read.errors.map(({ file }) => file)).size, 0)
}

function problemsOf(
  { slug }: TenantSources,
  errors: readonly RuleError[],
  unknown: readonly string[],
): Problems {
  const mend = 'name an id that a rule has'
  const warnings = unknown.map((id) => ({
    file: id,
    line: 1,
    column: 1,
    message: `no rule has the id ${id}`,
    mend,
  }))
  return { where: `tenants.${slug}`, errors, warnings }
}
