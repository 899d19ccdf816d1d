import { RULE_STATUSES } from '#core/detect/rule/rule-status'
import { nearestName } from '#core/detect/sources/nearest-name'
import { SEVERITY_LEVELS } from '#core/event/detection'
import { parsers } from '#core/parse/generated/registry'
import { parseFlags } from '../parse-flags.ts'
import { escapeLines } from '../terminal/escape-lines.ts'
import type { Io } from '../verb.ts'
import type { RuleChoice } from './choose-rules.ts'
import { OUTPUTS, type Output } from './create-report.ts'
import { DETECT_USAGE } from './detect-usage.ts'

export interface DetectFlags {
  rules: readonly string[]
  /** `-` is standard input. */
  files: readonly string[]
  format: string
  zoneMinutes: number
  asIs: boolean
  output: Output
  full: boolean
  choice: RuleChoice
  sources: string | undefined
  placeholders: string | undefined
  skipBroken: boolean
  quiet: boolean
}

const many = { type: 'string', multiple: true } as const
const yes = { type: 'boolean', default: false } as const
const OPTIONS = {
  rules: many,
  format: { type: 'string', default: 'auto' },
  zone: { type: 'string', default: '0' },
  'as-is': yes,
  output: { type: 'string', default: 'ndjson' },
  full: yes,
  level: { type: 'string', default: 'informational' },
  status: many,
  tag: many,
  rule: many,
  exclude: many,
  sources: { type: 'string' },
  placeholders: { type: 'string' },
  'skip-broken': yes,
  quiet: yes,
} as const

/** @returns the exit code when there is nothing left to do */
export function readDetectFlags(args: string[], io: Io): DetectFlags | number {
  const flags = parseFlags(args, OPTIONS, DETECT_USAGE, io)
  if (typeof flags === 'number') return flags
  const { values, positionals } = flags
  const { rules = [], format, zone } = values
  const formats = ['auto', ...parsers.map(({ name }) => name)]
  const mistake =
    (rules.length === 0 ? '--rules DIR is missing; see --help' : undefined) ??
    (/^[+-]?\d{1,3}$/.test(zone) && Math.abs(Number(zone)) <= 840
      ? undefined
      : '--zone takes -840 to 840 minutes') ??
    notOneOf('format', format, formats) ??
    notOneOf('output', values.output, OUTPUTS) ??
    notOneOf('level', values.level, SEVERITY_LEVELS) ??
    listed(values.status)
      .map((status) => notOneOf('status', status, RULE_STATUSES))
      .find(Boolean) ??
    (values.full && values.output !== 'ndjson' ? '--full goes with --output ndjson' : undefined)
  if (mistake !== undefined) {
    io.stderr.write(`nightjar detect: ${escapeLines(mistake)}\n`)
    return 2
  }
  return {
    rules,
    files: positionals.length === 0 ? ['-'] : positionals,
    format,
    zoneMinutes: Number(zone),
    asIs: values['as-is'],
    output: OUTPUTS.find((name) => name === values.output) ?? 'ndjson',
    full: values.full,
    choice: {
      level: SEVERITY_LEVELS.find((name) => name === values.level) ?? 'informational',
      statuses: listed(values.status),
      tags: listed(values.tag),
      only: listed(values.rule),
      exclude: listed(values.exclude),
    },
    sources: values.sources,
    placeholders: values.placeholders,
    skipBroken: values['skip-broken'],
    quiet: values.quiet,
  }
}

/** An option may be given again, or hold several words between commas. */
function listed(values: readonly string[] = []): string[] {
  return values.flatMap((value) => value.split(',')).filter((value) => value !== '')
}

function notOneOf(option: string, written: string, known: readonly string[]): string | undefined {
  if (known.includes(written)) return undefined
  const meant = nearestName(written, known, 2)
  const hint = meant === undefined ? `use ${known.join(', ')}` : `did you mean ${meant}?`
  return `there is no ${option} '${written}'; ${hint}`
}
