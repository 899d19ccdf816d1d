import type { MatchInput } from '#core/detect/match/matcher'
import { readRules } from '#core/detect/rule/read-rules'
import type { SigmaRule } from '#core/detect/rule/sigma-rule'

/** As long as the events of the corpus on average. */
const LENGTH = 2_000

const PATTERNS = [
  "CommandLine|re: '(a+)+$'",
  "CommandLine|re: '(.*a){12}b'",
  "CommandLine|re: '[a-z ]+x[a-z ]+y[a-z ]+z'",
  "CommandLine: '*a*a*a*a*a*a*a*a*b'",
  `CommandLine: '*${'?'.repeat(60)}x*'`,
  `CommandLine: '*${'a'.repeat(500)}b*'`,
]

/** Rules that a tenant may write to be slow. */
export function hostileRules(): readonly SigmaRule[] {
  const source = 'logsource: { product: windows, category: process_creation }'
  const texts = PATTERNS.map(
    (pattern, place) =>
      `title: Slow\nid: slow-${place}\n${source}\ndetection:\n  slow:\n    ${pattern}\n  condition: slow`,
  )
  const { rules, errors } = readRules(texts.join('\n---\n'), 'slow.yml')
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join())
  return rules
}

/** Events that a sender may write to be slow, by what they are full of. */
export function hostileEvents(): ReadonlyMap<string, MatchInput> {
  const fill = (text: string) => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH)
  const fills = ['a', ' ', '- / ', '\\..\\', 'ab cd ', 'powershell -enc ', 'при ', '\u{1f512}']
  return new Map(fills.map((text) => [text, started(fill(text))]))
}

function started(commandLine: string): MatchInput {
  const fields = {
    'event.module': 'windows',
    'winlog.channel': 'Microsoft-Windows-Sysmon/Operational',
    'event.code': '1',
    'winlog.event_data.Image': 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
    'winlog.event_data.CommandLine': commandLine,
  }
  return { fields, raw: JSON.stringify(fields) }
}
