import type { Readable } from 'node:stream'
import type { MatchInput } from '#core/detect/match/matcher'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'
import { readRecords } from '#core/parse/files/read-records'
import type { EventReader } from '../../rules/create-event-reader.ts'
import type { LineWriter } from '../parse/write-lines.ts'
import { escapeText } from '../terminal/escape-text.ts'
import type { Progress } from './create-progress.ts'
import type { Report, Totals } from './finding.ts'
import type { InputFile } from './list-inputs.ts'

interface Work {
  inputs: readonly InputFile[]
  open: (file: string) => Readable
  read: EventReader
  match: (event: MatchInput) => readonly SigmaRule[]
  report: Report
  output: LineWriter
  progress: Progress | undefined
  /** Tells a person, not a program. */
  note: (text: string) => void
}

/**
 * Every record of every input, one after the other. An input that breaks is told and left; the others follow.
 * Ends early when nobody reads the output any more.
 * @returns how many inputs were not wholly read
 */
export async function judgeInputs(work: Work): Promise<{ failed: number }> {
  const started = performance.now()
  const totals: Totals = { files: work.inputs.length, bytes: 0, events: 0, detections: 0, seconds: 0 }
  let failed = 0
  for (const { file } of work.inputs) {
    try {
      if (!(await judgeInput(file, work, totals))) return { failed }
    } catch (error) {
      failed += 1
      work.note(escapeText(`${file}: ${error instanceof Error ? error.message : String(error)}`))
    }
  }
  work.progress?.clear()
  totals.seconds = (performance.now() - started) / 1000
  await work.output.write(work.report.end(totals))
  return { failed }
}

/** @returns false when nobody reads the output any more */
async function judgeInput(file: string, work: Work, totals: Totals): Promise<boolean> {
  const { read, match, report, output, progress } = work
  const source = work.open(file)
  const shown = work.inputs.length > 1 ? file : undefined
  let index = 0
  try {
    const records = readRecords(source, {
      onBytes(count) {
        totals.bytes += count
      },
      onNote: (note) => work.note(escapeText(`${file}: ${note}`)),
    })
    for await (const batch of records) {
      let text = ''
      for (const raw of batch) {
        const event = read(raw)
        const rules = match(event)
        if (rules.length > 0) {
          totals.detections += rules.length
          text += report.found({ file: shown, index, event, rules })
        }
        index += 1
      }
      totals.events += batch.length
      if (text !== '') {
        progress?.clear()
        if (!(await output.write(text))) return false
      }
      progress?.update(totals)
    }
    return true
  } finally {
    source.destroy()
  }
}
