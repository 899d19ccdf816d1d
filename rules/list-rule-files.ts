import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RuleError } from '#core/detect/rule/rule-error'

export interface RuleFile {
  path: string
  /** Relative to the folder, with slashes. */
  file: string
  /** Changes when the file does. */
  stamp: string
}

export interface RuleFileList {
  /** In the order of their names. */
  files: RuleFile[]
  /** The folder and those below it. */
  folders: string[]
  errors: RuleError[]
}

/** A folder named by mistake, `/` say, is not walked to its end. */
const MOST_FILES = 50_000
const MOST_BYTES = 4_000_000
const RULE_FILE = /(?<!\.tests)\.ya?ml$/

/**
 * Files below a folder that may hold rules: `*.yml` and `*.yaml`, but for `*.tests.yml`. What begins with a dot is
 * passed over, and links are followed to files only, so that no link leads out of the folder or around in it.
 * @throws Error when the folder itself cannot be read
 */
export async function listRuleFiles(folder: string): Promise<RuleFileList> {
  const list: RuleFileList = { files: [], folders: [], errors: [] }
  const waiting = ['']
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    const entries = await entriesOf(folder, below, list.errors)
    if (!entries) continue
    list.folders.push(join(folder, below))
    const visible = entries.filter(({ name }) => !name.startsWith('.'))
    waiting.push(...visible.filter((entry) => entry.isDirectory()).map(({ name }) => `${below}${name}/`))
    const named = visible.filter((entry) => !entry.isDirectory() && RULE_FILE.test(entry.name))
    const seen = await Promise.all(named.map(({ name }) => look(folder, `${below}${name}`, list.errors)))
    list.files.push(...seen.filter((file) => file !== undefined))
    if (list.files.length + waiting.length <= MOST_FILES) continue
    list.errors.push(
      wrong(
        below,
        `the folder has more than ${MOST_FILES} files: the rest is not read`,
        'name a folder that holds rules only',
      ),
    )
    break
  }
  list.files.sort((a, b) => (a.file < b.file ? -1 : 1))
  return list
}

async function entriesOf(folder: string, below: string, errors: RuleError[]): Promise<Dirent[] | undefined> {
  try {
    return await readdir(join(folder, below), { withFileTypes: true })
  } catch (error) {
    const code = codeOf(error)
    if (below === '')
      throw new Error(`The folder of rules ${folder} cannot be read (${code})`, { cause: error })
    if (code !== 'ENOENT') errors.push(unreadable(below, code))
    return undefined
  }
}

async function look(folder: string, file: string, errors: RuleError[]): Promise<RuleFile | undefined> {
  const path = join(folder, file)
  try {
    const found = await stat(path)
    if (!found.isFile()) return undefined
    const { ino, size, mtimeMs, ctimeMs } = found
    if (size <= MOST_BYTES) return { path, file, stamp: `${ino} ${size} ${mtimeMs} ${ctimeMs}` }
    errors.push(wrong(file, `the file has ${size} bytes`, `split it: at most ${MOST_BYTES} are read`))
  } catch (error) {
    // Removed since the folder was read, or a link to nowhere.
    if (codeOf(error) !== 'ENOENT') errors.push(unreadable(file, codeOf(error)))
  }
  return undefined
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

export function unreadable(file: string, code: string): RuleError {
  return wrong(file, `cannot be read (${code})`, 'let the user that Nightjar runs as read it')
}

function wrong(file: string, message: string, mend: string): RuleError {
  return { file, line: 1, column: 1, message, mend }
}
