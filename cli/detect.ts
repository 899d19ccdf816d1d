import { createReadStream } from 'node:fs'
import { createMatcher } from '#core/detect/match/create-matcher'
import { createEventReader, readEventAsIs } from '../rules/create-event-reader.ts'
import { ownLogSources, readLogSourceFolder } from '../rules/read-rule-folder.ts'
import { createProgress } from './detect/create-progress.ts'
import { createReport } from './detect/create-report.ts'
import { gatherRules } from './detect/gather-rules.ts'
import { judgeInputs } from './detect/judge-inputs.ts'
import { type InputFile, listInputs } from './detect/list-inputs.ts'
import { readDetectFlags } from './detect/read-detect-flags.ts'
import { createLineWriter } from './parse/write-lines.ts'
import { printRuleErrors } from './rules/print-rule-errors.ts'
import { isTerminal } from './terminal/create-paint.ts'
import { escapeLines } from './terminal/escape-lines.ts'
import type { Verb } from './verb.ts'

export const detectVerb: Verb = async (args, io) => {
  const flags = readDetectFlags(args, io)
  if (typeof flags === 'number') return flags
  const { asIs, quiet } = flags
  const tell = (text: string): void => void io.stderr.write(`nightjar detect: ${escapeLines(text)}\n`)
  try {
    const inputs = await listInputs(flags.files)
    const { families, errors } = await readLogSourceFolder(flags.sources ?? ownLogSources)
    if (errors.length > 0) throw new Error(printRuleErrors(errors, 20).trimEnd())
    const rules = await gatherRules(flags, asIs ? undefined : families, quiet ? () => {} : tell)
    const matcher = createMatcher(rules, asIs ? 'as-is' : families)
    const read = asIs ? readEventAsIs : await createEventReader({ ...flags, received: Date.now() })
    const progress = isTerminal(io.stderr) && !quiet ? createProgress(io.stderr, bytesOf(inputs)) : undefined
    const output = createLineWriter(io.stdout)
    const { failed } = await judgeInputs({
      inputs,
      open: (file) => (file === '-' ? io.stdin : createReadStream(file)),
      read,
      match: (event) => matcher.match(event),
      report: createReport(flags, (rule, event) => matcher.explain(rule, event), io.stdout),
      output,
      progress,
      note(text) {
        progress?.clear()
        if (!quiet) tell(text)
      },
    })
    output.close()
    return failed > 0 ? 1 : 0
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error))
    return 2
  }
}

function bytesOf(inputs: readonly InputFile[]): number | undefined {
  let sum = 0
  for (const { bytes } of inputs) {
    if (bytes === undefined) return undefined
    sum += bytes
  }
  return sum
}
