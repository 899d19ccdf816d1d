import { seededRandom } from '../../e2e/testkit/seeded-random.ts'
import { mutateJson } from './mutate-json.ts'
import { pick, type Random } from './pick.ts'

/** What formats are made of, and what has no business in a line. */
const SNIPPETS = [
  ...[
    '',
    ' ',
    '\t',
    '"',
    "'",
    '\\',
    '=',
    ':',
    ',',
    ';',
    '|',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    '<',
    '>',
    '&',
    '%',
  ],
  ...['\0', '\r', '\n', '\u007f', '\u0085', '\u2028', '\ufeff', '\ud800', '\udfff', '😀', 'İ', 'ß'],
  ...['-', '--', '0', '-1', '1e400', '00000000000000000000', '99999999999999999999', '0x', 'NaN', 'null'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '%2',
    '%zz',
    '%00',
    '::',
    '999.999.999.999',
    '::ffff:1.2.3.4.5',
  ],
  ...['0000-00-00T00:00:00Z', '9999-12-31T23:59:60+99:99', 'Feb 30 25:61:61', '1601-01-01', '292277026596'],
  ...[
    '<999>',
    '<13>',
    'CEF:',
    'LEEF:',
    '@cee:',
    'msg=',
    '{"a":',
    '[{',
    '}]',
    '<Event',
    '</',
    '&#x110000;',
    '$(',
  ],
] as const

type Mutation = (line: string, random: Random, others: readonly string[]) => string

const cutAt = (line: string, random: Random): number => Math.floor(random() * (line.length + 1))

function replaceAt(line: string, random: Random, text: string, most: number): string {
  const at = cutAt(line, random)
  return line.slice(0, at) + text + line.slice(at + Math.floor(random() * most))
}

function randomText(random: Random): string {
  let text = ''
  for (let left = Math.floor(random() * 12); left > 0; left--)
    text += String.fromCharCode(Math.floor(random() * (random() < 0.8 ? 256 : 65_536)))
  return text
}

const MUTATIONS: readonly Mutation[] = [
  (line, random) => line.slice(0, cutAt(line, random)),
  (line, random) => line.slice(cutAt(line, random)),
  (line, random) => replaceAt(line, random, pick(random, SNIPPETS), 4),
  (line, random) => replaceAt(line, random, pick(random, SNIPPETS), 40),
  (line, random) => replaceAt(line, random, randomText(random), 4),
  // A part of it, again and again.
  (line, random) => {
    const at = cutAt(line, random)
    const part = line.slice(at, at + 1 + Math.floor(random() * 30))
    return line.slice(0, at) + part.repeat(1 + Math.floor(random() * 40)) + line.slice(at)
  },
  // Two words change places.
  (line, random) => {
    const words = line.split(' ')
    const [a, b] = [Math.floor(random() * words.length), Math.floor(random() * words.length)]
    const [first, second] = [words[a] ?? '', words[b] ?? '']
    words[a] = second
    words[b] = first
    return words.join(' ')
  },
  // A number becomes another.
  (line, random) => {
    const numbers = [...line.matchAll(/\d+/g)]
    if (numbers.length === 0) return line
    const found = pick(random, numbers)
    const other = pick(random, ['', '0', '-1', '00', '99999', '4294967296', '1e309', '18446744073709551616'])
    return line.slice(0, found.index) + other + line.slice(found.index + found[0].length)
  },
  // The beginning of one line and the end of another.
  (line, random, others) => {
    const other = pick(random, others)
    return line.slice(0, cutAt(line, random)) + other.slice(cutAt(other, random))
  },
  (line, random, others) => `${line}${pick(random, ['', ' ', '\n'])}${pick(random, others)}`,
  mutateJson,
  mutateJson,
]

/**
 * A line that began as a sample and came to harm: cut, repeated, spliced with another, with foreign characters, and as
 * JSON with other values. The same seed makes the same line of the same samples.
 */
export function mutateLine(samples: readonly string[], others: readonly string[], seed: number): string {
  const random = seededRandom(seed)
  let line = pick(random, samples)
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--)
    line = pick(random, MUTATIONS)(line, random, others)
  return line.slice(0, 20_000)
}
