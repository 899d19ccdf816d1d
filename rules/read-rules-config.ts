import { readFile } from 'node:fs/promises'
import { LineCounter, parseDocument } from 'yaml'
import { type RulesConfig, rulesConfigSchema } from '#core/detect/policy/rules-config'

const MOST_BYTES = 4_000_000

/**
 * The file that says which folders of rules there are, and what is on for whom.
 * @throws Error listing everything that is wrong with it
 */
export async function readRulesConfig(file: string): Promise<RulesConfig> {
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw new Error(`The rules configuration ${file} cannot be read: ${cause.message}`, { cause })
  })
  return parseRulesConfig(text, file)
}

export function parseRulesConfig(text: string, file: string): RulesConfig {
  if (text.length > MOST_BYTES)
    throw wrong(file, [`it has ${text.length} characters: at most ${MOST_BYTES} are read`])
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  if (document.errors.length > 0) {
    throw wrong(
      file,
      document.errors.map(({ pos, message }) => `line ${lineCounter.linePos(pos[0]).line}: ${message}`),
    )
  }
  const parsed = rulesConfigSchema.safeParse(document.toJS() ?? {})
  if (parsed.success) return parsed.data
  throw wrong(
    file,
    parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`),
  )
}

function wrong(file: string, lines: readonly string[]): Error {
  return new Error(
    `The rules configuration ${file} is wrong:\n${lines.map((line) => `  ${line}`).join('\n')}`,
  )
}
