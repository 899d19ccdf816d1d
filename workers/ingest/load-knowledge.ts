import { isDeepStrictEqual } from 'node:util'
import { type Categorise, createCategorise } from '#core/categorise/categorise'
import type { CategoryError } from '#core/categorise/read-categories'
import { buildMatcher } from '#core/detect/match/create-matcher'
import type { Matcher } from '#core/detect/match/matcher'
import type { DecidedRules } from '#core/detect/policy/decide-rules'
import { tenantOverlay } from '#core/detect/policy/tenant-overlay'
import { checkCorrelations } from '#core/detect/rule/check-correlations'
import type { Placeholders } from '#core/detect/rule/expand-placeholders'
import type { RuleError } from '#core/detect/rule/rule-error'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import type { Log } from '#core/log'
import { decideForAll } from '../../rules/decide-for-all.ts'
import { ownRules } from '../../rules/own-rules.ts'
import type { RuleSources } from '../../rules/place-folders.ts'
import { ownCategories, readCategoryFolder } from '../../rules/read-category-folder.ts'
import { ownLogSources, readLogSourceFolder } from '../../rules/read-rule-folder.ts'
import {
  createSourcesReader,
  type PlacedFolder,
  type ReadSources,
  type TenantSources,
} from '../../rules/read-sources.ts'
import { runInSlices } from '../../rules/run-in-slices.ts'
import { createUnknownFieldsFinder } from './find-unknown-fields.ts'
import { matchOf } from './match-of.ts'
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
  /** An estimate of what the compiled rules hold now, those of tenants with them. */
  bytes: () => number
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
  let before: { read: ReadSources; base: Base; knowledge: Knowledge } | undefined

  return async () => {
    packaged ??= readPackaged()
    const [{ categorise, families, problems, warnings }, read] = await Promise.all([packaged, readSources()])
    if (before && isSame(before.read, read)) return before.knowledge
    // What changes for a tenant never compiles everybody's rules again.
    const base = before && isSameBase(before.read, read) ? before.base : await compile(read, families)
    const tenants = read.tenants.map((tenant) => {
      const own = ownRules(tenant, read.folders, base.decided)
      const overlay = tenantOverlay(base.decided, tenant.config, own.rules)
      const { match, bytes } = matchOf(base.matcher, overlay)
      const besides = besidesOf(tenant.placeholders, tenant.folder ? [tenant.folder] : [])
      const ruling = tenantRuling(base.ruling, overlay, match, besides)
      return { slug: tenant.slug, ruling, bytes, problems: problemsOf(tenant, own, overlay.unknown) }
    })
    const folders = foldersOf(read)
    tell([
      ...problems,
      ...folders.map(({ path, read: { rules, errors, warnings: odd } }) => ({
        where: path,
        errors,
        warnings: [...odd, ...warnings(rules)],
      })),
      base.problems,
      ...tenants.map((one) => one.problems),
    ])
    const knowledge = {
      ...{ categorise, matcher: base.matcher, ruling: base.ruling },
      bytes: () => tenants.reduce((sum, { bytes }) => sum + bytes(), base.matcher.memory.bytes),
      counts: countRules(base.decided, countUnread(read.folders)),
      tenants: new Map(tenants.map(({ slug, ruling }) => [slug, ruling])),
      folders: folders.flatMap((folder) => folder.read.folders),
    }
    before = { read, base, knowledge }
    return knowledge
  }
}

/** Everybody's rules. */
interface Base {
  decided: DecidedRules
  matcher: Matcher
  ruling: Ruling
  problems: Problems
}

/** Events are judged by the rules before meanwhile. */
async function compile({ config, folders }: ReadSources, families: readonly SourceFamily[]): Promise<Base> {
  const { decided, warnings } = decideForAll(folders)
  const rules = [...decided.values()]
  const { errors } = checkCorrelations(
    folders.flatMap(({ read }) => read.correlations),
    rules.map(({ rule }) => rule),
  )
  const judging = rules.flatMap(({ rule, mode }) => (mode === 'off' ? [] : [rule]))
  const matcher = await runInSlices(buildMatcher(judging, families))
  const besides = besidesOf(config.placeholders, folders)
  const ruling = baseRuling((event) => matcher.match(event), decided, besides)
  return { decided, matcher, ruling, problems: { where: 'all folders', errors, warnings } }
}

/** What the text of rules does not say. */
function besidesOf(placeholders: Placeholders, folders: readonly PlacedFolder[]): unknown {
  return [placeholders, folders.flatMap(({ read }) => read.filters.map(({ text }) => text))]
}

interface Packaged {
  categorise: Categorise
  families: readonly SourceFamily[]
  problems: readonly Problems[]
  /** What is odd about rules in the light of the log sources. */
  warnings: (rules: readonly SigmaRule[]) => RuleError[]
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
    warnings: createUnknownFieldsFinder(sources.families),
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
  return isDeepStrictEqual(before.config, now.config) && areSame(foldersOf(before), foldersOf(now))
}

function isSameBase(before: ReadSources, now: ReadSources): boolean {
  return areSame(before.folders, now.folders)
}

function areSame(before: readonly PlacedFolder[], now: readonly PlacedFolder[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ read, policy }, index) => {
      const other = now[index]
      return read === other?.read && isDeepStrictEqual(policy, other.policy)
    })
  )
}

function countUnread(folders: readonly PlacedFolder[]): number {
  return folders.reduce((sum, { read }) => sum + new Set(read.errors.map(({ file }) => file)).size, 0)
}

function problemsOf(
  { slug }: TenantSources,
  { errors, warnings }: Pick<Problems, 'errors' | 'warnings'>,
  unknown: readonly string[],
): Problems {
  const mend = 'name an id that a rule has'
  const lost = unknown.map((id) => ({
    file: id,
    line: 1,
    column: 1,
    message: `no rule has the id ${id}`,
    mend,
  }))
  return { where: `tenants.${slug}`, errors, warnings: [...warnings, ...lost] }
}
