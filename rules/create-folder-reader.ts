import { readFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Placeholders } from '#core/detect/rule/expand-placeholders'
import { type RuleFile as ReadFile, readRules } from '#core/detect/rule/read-rules'
import type { RuleError } from '#core/detect/rule/rule-error'
import { listRuleFiles, type RuleFile, type RuleFileList, unreadable } from './list-rule-files.ts'
import { runInSlices } from './run-in-slices.ts'

/** All that a folder says: filters are not applied yet and references not looked up. Files are named relative to it. */
export interface FolderRules extends ReadFile {
  /** Files with rules whose meaning depends on placeholders. */
  templates: readonly RuleText[]
  /** The folder and those below it. */
  folders: readonly string[]
}

interface RuleText {
  file: string
  text: string
}

export interface FolderReader {
  /**
   * Reads the files that changed since the last time; the same answer, and not a copy, when none did. A file that
   * broke since then keeps the rules it had until it is mended or removed.
   * @throws Error when the folder itself cannot be read
   */
  read(placeholders?: Placeholders): Promise<FolderRules>
}

interface KnownFile {
  stamp: string
  /** The placeholders it was read with; empty when it asks for none. */
  words: string
  read: ReadFile
  /** The last version without an error. */
  good: ReadFile | undefined
  template: RuleText | undefined
}

/** A checkout of somebody's repository has other YAML files too: tests, workflows, configuration. */
const LIKE_A_RULE = /\b(logsource|detection|correlation|filter|action)["']?\s*:/
const EXPANDS = /\|expand\b/
/** So many files are open at once. */
const BATCH = 64

/** Reads a folder again and again, a little at a time: the worker that does it ingests meanwhile. */
export function createFolderReader(folder: string): FolderReader {
  const known = new Map<string, KnownFile>()
  let before: FolderRules | undefined

  async function readChanged(changed: readonly RuleFile[], placeholders: Placeholders, words: string) {
    for (let at = 0; at < changed.length; at += BATCH) {
      const texts = await Promise.all(changed.slice(at, at + BATCH).map(textOf))
      await runInSlices(readTexts(texts, placeholders, words))
    }
  }

  function* readTexts(
    texts: readonly Awaited<ReturnType<typeof textOf>>[],
    placeholders: Placeholders,
    words: string,
  ): Generator<undefined, void> {
    for (const { file, text } of texts) {
      known.set(file.path, toKnown(file, text, placeholders, words, known.get(file.path)))
      yield
    }
  }

  return {
    async read(placeholders = {}) {
      const list = await listRuleFiles(folder)
      const words = JSON.stringify(placeholders)
      const changed = list.files.filter(({ path, stamp }) => {
        const file = known.get(path)
        return file?.stamp !== stamp || (file.words !== '' && file.words !== words)
      })
      // With no file changed, as many known as listed are the same ones.
      const same = changed.length === 0 && known.size === list.files.length
      if (before && same && isDeepStrictEqual(before.folders, list.folders)) return before
      await readChanged(changed, placeholders, words)
      const listed = new Set(list.files.map(({ path }) => path))
      for (const path of known.keys()) if (!listed.has(path)) known.delete(path)
      before = gather(list, known)
      return before
    },
  }
}

/** Whether it is worth telling what is wrong with it: whose file says nothing that a rule says meant none. */
export function looksLikeRules(text: string): boolean {
  return LIKE_A_RULE.test(text)
}

async function textOf(file: RuleFile): Promise<{ file: RuleFile; text: string | Error }> {
  return { file, text: await readFile(file.path, 'utf8').catch((error: Error) => error) }
}

function toKnown(
  { file, stamp }: RuleFile,
  text: string | Error,
  placeholders: Placeholders,
  words: string,
  before: KnownFile | undefined,
): KnownFile {
  const nothing: ReadFile = { rules: [], filters: [], correlations: [], errors: [], warnings: [] }
  const known: KnownFile = { stamp, words: '', read: nothing, good: undefined, template: undefined }
  if (text instanceof Error) {
    const errors = [unreadable(file, 'code' in text ? String(text.code) : text.message)]
    return { ...known, read: { ...nothing, errors } }
  }
  if (text.trim() !== '' && !looksLikeRules(text))
    return { ...known, read: { ...nothing, warnings: [noRule(file)] } }
  const read = readRules(text, file, placeholders)
  if (EXPANDS.test(text)) {
    known.words = words
    known.template = { file, text }
  }
  if (read.errors.length === 0) return { ...known, read, good: read }
  return { ...known, read: before?.good ? keepGood(read, before.good) : read, good: before?.good }
}

/** What a file said that is broken now. */
function keepGood(read: ReadFile, good: ReadFile): ReadFile {
  const kept = <T extends { id: string }>(now: readonly T[], then: readonly T[]): T[] => [
    ...now,
    ...then.filter(({ id }) => !now.some((one) => one.id === id)),
  ]
  return {
    rules: kept(read.rules, good.rules),
    filters: kept(read.filters, good.filters),
    correlations: kept(read.correlations, good.correlations),
    errors: read.errors.map(untilMended),
    warnings: read.warnings,
  }
}

function noRule(file: string): RuleError {
  const mend = 'nothing to do if it is none; a rule has logsource: and detection:'
  return { file, line: 1, column: 1, message: 'the file holds no rule', mend }
}

function untilMended(error: RuleError): RuleError {
  return { ...error, mend: `${error.mend}; what the file said before stays in force until then` }
}

/** An id used twice is an error of the second: a detection must say whose it is. */
function gather(
  { files, folders, errors }: RuleFileList,
  known: ReadonlyMap<string, KnownFile>,
): FolderRules {
  const all = files.flatMap(({ path }) => known.get(path) ?? [])
  const gathered = {
    rules: all.flatMap(({ read }) => read.rules),
    filters: all.flatMap(({ read }) => read.filters),
    correlations: all.flatMap(({ read }) => read.correlations),
    errors: [...errors, ...all.flatMap(({ read }) => read.errors)],
    warnings: all.flatMap(({ read }) => read.warnings),
  }
  const first = new Map<string, Named>()
  const isFirst = (one: Named): boolean => {
    const same = first.get(one.id)
    if (same) gathered.errors.push(usedTwice(one, same))
    else first.set(one.id, one)
    return !same
  }
  gathered.rules = gathered.rules.filter(isFirst)
  gathered.filters = gathered.filters.filter(isFirst)
  gathered.correlations = gathered.correlations.filter(isFirst)
  const templates = all.flatMap(({ template }) => template ?? [])
  return { ...gathered, templates, folders }
}

interface Named {
  id: string
  file: string
  line: number
}

function usedTwice({ id, file, line }: Named, first: Named): RuleError {
  const message = `the id ${id} is that of ${first.file}:${first.line} already`
  return { file, line, column: 1, message, mend: 'give each an id of its own' }
}
