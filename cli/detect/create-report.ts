import type { Writable } from 'node:stream'
import { createPaint, isTerminal } from '../terminal/create-paint.ts'
import type { Explain, Report } from './finding.ts'
import { createNdjsonReport } from './ndjson-report.ts'
import { createSummaryReport } from './summary-report.ts'
import { createTableReport } from './table-report.ts'

export const OUTPUTS = ['ndjson', 'table', 'summary'] as const
export type Output = (typeof OUTPUTS)[number]

export function createReport(
  { output, full }: { output: Output; full: boolean },
  explain: Explain,
  stdout: Writable,
): Report {
  const paint = createPaint(stdout)
  if (output === 'summary') return createSummaryReport(paint)
  if (output === 'ndjson') return createNdjsonReport(full ? explain : undefined)
  const columns = isTerminal(stdout) && 'columns' in stdout ? Number(stdout.columns) : undefined
  return createTableReport({ explain, paint, width: columns || undefined })
}
