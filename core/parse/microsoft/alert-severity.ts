import { printScalar } from '../json/print-scalar.ts'

const SEVERITIES: ReadonlyMap<string, number> = new Map([
  ['informational', 1],
  ['low', 2],
  ['medium', 3],
  ['high', 4],
])

/** Microsoft's word for how grave an alert is, as the number that Elastic gives it. */
export const alertSeverity = (word: unknown): number | undefined =>
  SEVERITIES.get(printScalar(word).toLowerCase())
