import type { Chance } from './create-chance.ts'
import { NUMBERS, WORDS } from './nasty-words.ts'

/** What the log sources and fields of the rules mean in events. */
export const RANDOM_SOURCES = `
product: [alpha, alef]
when:
  - { alpha.channel: '*' }
  - { event.module: alpha }
complete: { alpha.channel: '*', event.code: '*' }
prefixes: [alpha.data.]
fields:
  Code: event.code
  Ip: [source.ip, alpha.ip]
  Port: [source.port, alpha.port]
  Cmd: [alpha.cmd, process.command_line]
  Kind: event.category
  Text: message
  User: [user.name, alpha.user]
categories:
  start: { when: { alpha.channel: Start, event.code: ['1', '2'] }, fields: { User: [alpha.user, user.name] } }
  stop: { when: [{ alpha.channel: Stop }, { event.category: stopped }] }
services:
  front: { when: { alpha.channel: [Front, front-2] } }
---
product: beta
when: { event.module: beta }
categories:
  start: { when: { event.action: begun }, fields: { Cmd: beta.cmd } }
services:
  back: { when: { event.provider: back } }
`

const RULE_FIELDS = [
  ...[
    'Code',
    'Ip',
    'Ip',
    'Port',
    'Cmd',
    'Cmd',
    'Kind',
    'Text',
    'Text',
    'User',
    'Free',
    'When',
    'When',
    'tags',
  ],
  ...[
    'source.ip',
    'destination.ip',
    'source.bytes',
    'process.command_line',
    'Missing',
    'event.outcome',
    'log.level',
  ],
]
const NETWORKS = [
  ...[
    '10.0.0.0/8',
    '10.0.0.5',
    '10.0.0.4/31',
    '0.0.0.0/0',
    '192.168.1.7/32',
    '::/0',
    '::ffff:0:0/96',
    '::ffff:10.0.0.0/104',
  ],
  ...['2001:db8::/32', 'fe80::/10', '::1/128', '::/96', '::/128', '1::/16'],
]
const REGEXES = [
  ...[
    'a.b',
    '^root$',
    '^ab$',
    'b$',
    'b.c',
    '(?i)straße',
    '[[:upper:]]',
    '\\bcd\\b',
    '\\d{2}',
    'x|y',
    '^$',
    '(a+)+$',
    '.',
  ],
  ...[
    '\\x{1F600}',
    '\\pL',
    'İ',
    'k',
    'ς$',
    's',
    '(?s:b.c)',
    '[^a-z]',
    '\\s',
    '^.$',
    'exe',
    '(?m)^cd$',
    '\\.exe',
    'a\\*b',
    '\\QC:\\Users\\E',
  ],
]

const SOURCES = [
  ...[
    'product: alpha',
    'product: alpha, category: start',
    'category: start',
    'product: alef, service: front',
    'product: beta',
  ],
  ...[
    'service: back',
    'product: beta, category: start',
    'category: unknown',
    'product: gamma',
    'product: alpha, category: stop, service: front',
  ],
]
const CONDITIONS = [
  ...[
    'a',
    'a',
    'not a',
    'a and b',
    'a or b',
    'a and not b',
    'not a and not b',
    '(a or b) and not c',
    'not (a and b) or c',
  ],
  ...['1 of *', 'all of *', 'not 1 of them', 'a and not 1 of *', 'not (not a or not (b and not c))'],
]

const quoted = (value: unknown) => (typeof value === 'string' ? JSON.stringify(value) : String(value))

/** Texts of rules with every modifier, every shape of selection and condition; a few of them are refused. */
export function createRandomRule({ pick, happens, below, some }: Chance): (number: number) => string {
  function pattern(): string {
    const word = pick(WORDS)
    const characters = [...word]
    const inner = happens(0.5) ? characters.slice(below(2), 1 + below(6)).join('') : word
    return pick([
      () => inner,
      () => inner.toUpperCase(),
      () => inner.toLowerCase(),
      () => `*${inner}`,
      () => `${inner}*`,
      () => `?${[...inner].slice(1).join('')}`,
      () => `*${[...inner].slice(0, 2).join('')}*${[...inner].slice(2).join('')}`,
      () => `${[...inner].slice(0, -1).join('')}?`,
      () => inner.replaceAll('*', '\\*').replaceAll('?', '\\?'),
      () => '*',
      () => '?*',
    ])()
  }

  function item(): string {
    const field = pick(RULE_FIELDS)
    const list = (make: () => string) => {
      const values = some(happens(0.1) ? 300 : 4, make)
      return values.length === 1 ? values[0] : `[${values.join(', ')}]`
    }
    const text = () => quoted(pattern())
    const all = pick(['', '', '|all'])
    const cased = pick(['', '', '|cased'])
    const than = pick(['lt', 'lte', 'gt', 'gte'])
    return pick([
      () => `${field}: ${list(text)}`,
      () => `${field}${cased}: ${list(text)}`,
      () => `${field}|${pick(['contains', 'startswith', 'endswith'])}${all}${cased}: ${list(text)}`,
      () => `${field}|${pick(['contains', 'startswith', 'endswith'])}: ${list(text)}`,
      () => `${field}|neq: ${list(text)}`,
      () => `${field}: ${list(() => quoted(pick<unknown>([...NUMBERS, true, false, null])))}`,
      () => `${field}: ${pick(['null', "''", '[null, a]'])}`,
      () => `${field}|exists: ${happens(0.5)}`,
      () =>
        `${field}|re${pick(['', '|i', '|m', '|s', '|i|m|s'])}${pick(['', '', '|contains', '|startswith', '|endswith'])}: ${quoted(pick(REGEXES))}`,
      () => `${pick(['Ip', 'Ip', 'source.ip', 'Free'])}|cidr: ${list(() => quoted(pick(NETWORKS)))}`,
      () => `${pick(['Port', 'Free', 'Cmd', 'source.bytes'])}|${than}: ${pick(NUMBERS)}`,
      () =>
        `When|${pick(['minute', 'hour', 'day', 'week', 'month', 'year'])}${pick(['', `|${than}`])}: ${pick([0, 1, 6, 12, 29, 30, 31, 52, 53, 59, 1600, 2024, 9999])}`,
      () =>
        `${field}|fieldref${cased}${pick(['', '|contains', '|startswith', '|endswith'])}: ${pick(RULE_FIELDS)}`,
      () =>
        `${field}|${pick(['base64offset|contains', 'base64|contains', 'wide|contains', 'utf16le|base64offset|contains'])}: ${pick(['root', 'ro', 'r'])}`,
      () => `${field}|windash|contains${all}: ${list(() => quoted(pick(['-enc', ' /enc', '-e -x'])))}`,
    ])()
  }

  function selection(name: string): string {
    if (happens(0.15)) return `  ${name}:\n${some(4, () => `    - ${quoted(pattern())}`).join('\n')}`
    if (happens(0.1))
      return `  ${name}:\n    ${pick(['"|all"', '"|re"', '"|contains"', '"|cased"', '"|gt"'])}: ${happens(0.6) ? '7' : quoted(pick(['root', 'a', 'exe']))}`
    const map = (indent: string, first: string) => {
      const items = new Map(some(3, item).map((text) => [text.slice(0, text.indexOf(':')), text]))
      return [...items.values()].map((text, i) => `${i === 0 ? first : indent}${text}`).join('\n')
    }
    if (happens(0.2)) return `  ${name}:\n${some(3, () => map('      ', '    - ')).join('\n')}`
    return `  ${name}:\n${map('    ', '    ')}`
  }

  return function randomRule(number: number): string {
    const selections = ['a', 'b', 'c'].map(selection).join('\n')
    return `title: Rule ${number}\nlogsource: { ${pick(SOURCES)} }\ndetection:\n${selections}\n  condition: ${pick(CONDITIONS)}`
  }
}
