import { readFile } from 'node:fs/promises'
import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Placeholders } from '#core/detect/rule/expand-placeholders'
import { readRules } from '#core/detect/rule/read-rules'
import type { RuleError } from '#core/detect/rule/rule-error'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import { listRuleFiles, type RuleFile, type RuleFileList, unreadable } from './list-rule-files.ts'

/** All that a folder says. Files are named relative to it. */
export interface FolderRules {
  rules: SigmaRule[]
  errors: RuleError[]
  /** What is odd and hinders nothing: files that hold no rule, say. */
  warnings: RuleError[]
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
  rules: readonly SigmaRule[]
  errors: readonly RuleError[]
  warnings: readonly RuleError[]
  /** Rules of the last version without an error. */
  good: readonly SigmaRule[]
  template: RuleText | undefined
}

/** A checkout of somebody's repository has other YAML files too: tests, workflows, configuration. */
const LIKE_A_RULE = /\b(logsource|detection|correlation|filter|action)["']?\s*:/
const EXPANDS = /\|expand\b/
/** So many files are open at once. */
const BATCH = 64
/** Milliseconds of reading YAML between two looks at the sockets. */
const SLICE_MS = 10

/** Reads a folder again and again, a little at a time: the worker that does it ingests meanwhile. */
export function createFolderReader(folder: string): FolderReader {
  const known = new Map<string, KnownFile>()
  let before: FolderRules | undefined

  async function readChanged(changed: readonly RuleFile[], placeholders: Placeholders, words: string) {
    let since = performance.now()
    for (let at = 0; at < changed.length; at += BATCH) {
      const texts = await Promise.all(changed.slice(at, at + BATCH).map(textOf))
      for (const { file, text } of texts) {
        known.set(file.path, toKnown(file, text, placeholders, words, known.get(file.path)))
        if (performance.now() - since < SLICE_MS) continue
        await yieldToOthers()
        since = performance.now()
      }
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
  const nothing = { stamp, words: '', rules: [], errors: [], warnings: [], good: [], template: undefined }
  if (text instanceof Error)
    return { ...nothing, errors: [unreadable(file, 'code' in text ? String(text.code) : text.message)] }
  if (text.trim() !== '' && !looksLikeRules(text)) return { ...nothing, warnings: [noRule(file)] }
  const { rules, errors } = readRules(text, file, placeholders)
  const template = EXPANDS.test(text) ? { file, text } : undefined
  const read = { ...nothing, words: template ? words : '', errors, template }
  if (errors.length === 0) return { ...read, rules, good: rules }
  const good = before?.good ?? []
  const kept = good.filter(({ id }) => !rules.some((rule) => rule.id === id))
  const told = kept.length === 0 ? errors : errors.map(untilMended)
  return { ...read, rules: [...rules, ...kept], errors: told, good }
}

function noRule(file: string): RuleError {
  const mend = 'nothing to do if it is none; a rule has logsource: and detection:'
  return { file, line: 1, column: 1, message: 'the file holds no rule', mend }
}

function untilMended(error: RuleError): RuleError {
  return { ...error, mend: `${error.mend}; what the file said before stays in force until then` }
}

/** An id used twice is an error of the second rule: a detection must say whose it is. */
function gather(
  { files, folders, errors: unlisted }: RuleFileList,
  known: ReadonlyMap<string, KnownFile>,
): FolderRules {
  const first = new Map<string, SigmaRule>()
  const errors = [...unlisted]
  const warnings: RuleError[] = []
  const templates: RuleText[] = []
  for (const { path } of files) {
    const read = known.get(path)
    if (!read) continue
    errors.push(...read.errors)
    warnings.push(...read.warnings)
    if (read.template) templates.push(read.template)
    for (const rule of read.rules) {
      const same = first.get(rule.id)
      if (same) errors.push(usedTwice(rule, same))
      else first.set(rule.id, rule)
    }
  }
  return { rules: [...first.values()], errors, warnings, templates, folders }
}

function usedTwice({ id, file, line }: SigmaRule, first: SigmaRule): RuleError {
  const message = `the id ${id} is that of ${first.file}:${first.line} already`
  return { file, line, column: 1, message, mend: 'give every rule an id of its own' }
}
