import { isAbsolute, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { LINT_KINDS, type LintFinding } from './lint-finding.ts'

/**
 * Findings as a SARIF 2.1.0 log with one run.
 * @param version of Nightjar
 */
export function printSarif(findings: readonly LintFinding[], version: string): string {
  const ids = Object.keys(LINT_KINDS)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'nightjar',
            version,
            rules: Object.entries(LINT_KINDS).map(([id, { level, text }]) => ({
              id,
              shortDescription: { text },
              defaultConfiguration: { level },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ kind, file, line, column, message, mend }) => ({
          ruleId: kind,
          ruleIndex: ids.indexOf(kind),
          level: LINT_KINDS[kind].level,
          message: { text: `${message}; ${mend}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file) },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href
  return file.split(sep).map(encodeURIComponent).join('/')
}
