import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createMatcher } from '#core/detect/match/create-matcher'
import { createEventReader, readEventAsIs } from '../rules/create-event-reader.ts'
import { ownLogSources, readLogSourceFolder } from '../rules/read-rule-folder.ts'
import { chooseRules } from './detect/choose-rules.ts'
import { createProgress } from './detect/create-progress.ts'
import { createReport } from './detect/create-report.ts'
import { judgeInputs } from './detect/judge-inputs.ts'
import { listInputs } from './detect/list-inputs.ts'
import { readDetectFlags } from './detect/read-detect-flags.ts'
import { createLineWriter } from './parse/write-lines.ts'
import { loadRules } from './rules/load-rules.ts'
import { printRuleErrors } from './rules/print-rule-errors.ts'
import { readPlaceholders } from './rules/read-placeholders.ts'
import { isTerminal } from './terminal/create-paint.ts'
import type { Verb } from './verb.ts'

const MOST_ERRORS = 20

export const detectVerb: Verb = async (args, io) => {
  const flags = readDetectFlags(args, io)
  if (typeof flags === 'number') return flags
  const wrong = (message: string): number => {
    io.stderr.write(`nightjar detect: ${message}\n`)
    return 2
  }
  try {
    const placeholders = flags.placeholders === undefined ? {} : await readPlaceholders(flags.placeholders)
    const loaded = await loadRules(flags.rules, placeholders)
    const from = flags.rules.join(', ')
    const errors = loaded.flatMap(({ folder, errors }) =>
      errors.map((error) => ({ ...error, file: join(folder, error.file) })),
    )
    const all = loaded.flatMap((one) => one.rules)
    if (errors.length > 0 && !flags.skipBroken) {
      const mend = `mend them (nightjar rules lint ${flags.rules.join(' ')} shows the lines), or go on without them: --skip-broken`
      return wrong(`${errors.length} errors in ${from}\n${printRuleErrors(errors, MOST_ERRORS)}${mend}`)
    }
    if (all.length === 0) return wrong(`there is no rule in ${from}${errors.length > 0 ? ' that loads' : ''}`)
    const rules = chooseRules(all, flags.choice)
    if (rules.length === 0)
      return wrong(`none of the ${all.length} rules is of the level, status, tag and name wanted`)
    if (errors.length > 0 && !flags.quiet) {
      io.stderr.write(
        `${errors.length} errors in ${from}: these rules are left out\n${printRuleErrors(errors, 3)}`,
      )
    }
    const sources = await readLogSourceFolder(flags.sources ?? ownLogSources)
    if (sources.errors.length > 0) return wrong(printRuleErrors(sources.errors, MOST_ERRORS).trimEnd())
    const matcher = createMatcher(rules, flags.asIs ? 'as-is' : sources.families)
    const read = flags.asIs ? readEventAsIs : await createEventReader({ ...flags, received: Date.now() })
    const inputs = await listInputs(flags.files)

    const sizes = inputs.map(({ bytes }) => bytes ?? Number.NaN)
    const size = sizes.reduce((sum, bytes) => sum + bytes, 0)
    const show = isTerminal(io.stderr) && !flags.quiet
    const progress = show ? createProgress(io.stderr, Number.isNaN(size) ? undefined : size) : undefined
    const output = createLineWriter(io.stdout)
    const { failed } = await judgeInputs({
      inputs,
      open: (file) => (file === '-' ? io.stdin : createReadStream(file)),
      read,
      match: (event) => matcher.match(event),
      report: createReport(flags, (rule, event) => matcher.explain(rule, event), io.stdout),
      output,
      progress,
      note: (text) => {
        progress?.clear()
        if (!flags.quiet) io.stderr.write(`nightjar detect: ${text}\n`)
      },
    })
    output.close()
    return failed > 0 ? 1 : 0
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}
