import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isSeq, parseDocument } from 'yaml'
import { UserError } from '#core/errors'
import { looksLikeRules } from '../../rules/create-folder-reader.ts'
import { listRuleFiles } from '../../rules/list-rule-files.ts'
import { locateRuleFolder } from '../../rules/locate-rule-folder.ts'
import { parseRulesConfig, readRulesConfig } from '../../rules/read-rules-config.ts'

interface RulesFile {
  home: string
  /** NIGHTJAR_RULES_FILE. */
  chosen: string | undefined
  /** Folder to add. */
  sigma: string | undefined
}

const NEW_FILE = `# Folders of rules beside those that come with Nightjar. Change it while Nightjar runs:
# docs/configuration.md says what can stand here.
folders:
`

/** What shows much and floods nobody: the well-tried raise alerts, the rest is stored for whoever looks. */
const POLICY = {
  on: { level: 'medium', status: 'test' },
  shadow: { level: 'informational', status: 'experimental' },
}

/**
 * The rules configuration of an installation, with the folder of `--sigma` in it: the next start finds it there.
 * @returns its path; undefined when there is none
 * @throws Error when it is wrong or names a folder that is not there, UserError when a folder cannot be added
 */
export async function keepRulesFile({ home, chosen, sigma }: RulesFile): Promise<string | undefined> {
  const file = chosen ?? join(home, 'rules.yml')
  if (sigma !== undefined) {
    if (chosen !== undefined)
      throw wrongUse(`NIGHTJAR_RULES_FILE is set: name ${sigma} in ${chosen} instead of using --sigma`)
    await mustHoldRules(sigma)
    addFolder(file, resolve(sigma))
  }
  if (chosen === undefined && !existsSync(file)) return undefined
  const { folders } = await readRulesConfig(file)
  const missing = folders.filter(({ path }) => !existsSync(locateRuleFolder(path, dirname(file))))
  if (missing.length === 0) return file
  throw new Error(`${file} names folders that are not there: ${missing.map(({ path }) => path).join(', ')}`)
}

function addFolder(file: string, folder: string): void {
  const document = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : NEW_FILE)
  const { folders } = parseRulesConfig(String(document), file)
  if (folders.some(({ path }) => locateRuleFolder(path, dirname(file)) === folder)) return
  if (!isSeq(document.get('folders'))) document.set('folders', document.createNode([]))
  document.addIn(['folders'], document.createNode({ path: folder, ...POLICY }))
  writeFileSync(file, String(document))
}

async function mustHoldRules(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (!found?.isDirectory()) throw wrongUse(`--sigma ${folder}: there is no such folder`)
  for (const { path } of (await listRuleFiles(folder)).files)
    if (looksLikeRules(await readFile(path, 'utf8').catch(() => ''))) return
  throw wrongUse(`--sigma ${folder}: no *.yml file below it holds a SIGMA rule`)
}

function wrongUse(message: string): UserError {
  return new UserError('BAD_USER_INPUT', message)
}
