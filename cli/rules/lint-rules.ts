import { readFile } from 'node:fs/promises'
import { ownLogSources, readLogSourceFolder } from '../../rules/read-rule-folder.ts'
import { parseFlags } from '../parse-flags.ts'
import { createPaint } from '../terminal/create-paint.ts'
import { escapeLines } from '../terminal/escape-lines.ts'
import type { Verb } from '../verb.ts'
import { findLint } from './find-lint.ts'
import { LINT_KINDS, type LintFinding, type LintLevel } from './lint-finding.ts'
import { loadRules } from './load-rules.ts'
import { printLint } from './print-lint.ts'
import { printRuleErrors } from './print-rule-errors.ts'
import { printSarif } from './print-sarif.ts'
import { readPlaceholders } from './read-placeholders.ts'

const USAGE = `Usage: nightjar rules lint FILE|DIR... [OPTIONS]

Reads SIGMA rules and prints all that is wrong with them: where, what, and how to mend it. Notes tell what makes a
rule slow, and fail nothing.

  --format text        for people, with the line and a caret (default)
  --format sarif       SARIF 2.1.0, as code hosts and editors read it
  --placeholders FILE  YAML map of lists for |expand, as in  admins: [anna, bob]
  --sources DIR        log sources and field names instead of Nightjar's own
  --strict             warnings fail too

  nightjar rules lint rules/sigma
  nightjar rules lint --format sarif --strict . > rules.sarif

Exit codes: 0 nothing wrong (warnings at most), 1 errors (with --strict: or warnings), 2 wrong use
`

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  placeholders: { type: 'string' },
  sources: { type: 'string' },
  strict: { type: 'boolean', default: false },
} as const

export const lintRules: Verb = async (args, io) => {
  const flags = parseFlags(args, OPTIONS, USAGE, io)
  if (typeof flags === 'number') return flags
  const wrong = (message: string): number => {
    io.stderr.write(`nightjar rules lint: ${escapeLines(message)}\n`)
    return 2
  }
  const { format, placeholders, sources = ownLogSources, strict } = flags.values
  if (flags.positionals.length === 0) return wrong(`name a file or folder of rules\n\n${USAGE}`)
  if (format !== 'text' && format !== 'sarif') return wrong('--format is text or sarif')
  try {
    const lists = placeholders === undefined ? {} : await readPlaceholders(placeholders)
    const loaded = await loadRules(flags.positionals, lists)
    const { families, errors } = await readLogSourceFolder(sources)
    if (errors.length > 0) return wrong(printRuleErrors(errors, 20).trimEnd())
    const findings = loaded.flatMap((one) => findLint(one, families))
    const counts: Record<LintLevel, number> = { error: 0, warning: 0, note: 0 }
    for (const { kind } of findings) counts[LINT_KINDS[kind].level] += 1
    if (format === 'sarif') io.stdout.write(printSarif(findings, await ownVersion()))
    else {
      const paint = createPaint(io.stdout)
      for await (const [finding, line] of withLines(findings))
        io.stdout.write(printLint(finding, line, paint))
      const rules = loaded.reduce((sum, { rules }) => sum + rules.length, 0)
      io.stdout.write(
        `${rules} rules: ${counts.error} errors, ${counts.warning} warnings, ${counts.note} notes\n`,
      )
    }
    return counts.error > 0 || (strict && counts.warning > 0) ? 1 : 0
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}

/** Findings come file by file, so one text is enough. */
async function* withLines(
  findings: readonly LintFinding[],
): AsyncGenerator<readonly [LintFinding, string | undefined]> {
  let file: string | undefined
  let lines: readonly string[] = []
  for (const finding of findings) {
    if (finding.file !== file) {
      file = finding.file
      lines = (await readFile(file, 'utf8')).split(/\r?\n/)
    }
    yield [finding, lines[finding.line - 1]]
  }
}

async function ownVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  return String(version)
}
