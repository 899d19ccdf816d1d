/** Words and abbreviations of logging libraries, by what they mean. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ...['trace', 'debug', 'info', 'notice', 'warning', 'warn', 'error', 'critical', 'alert', 'emergency'].map(
    (word) => [word, word] as const,
  ),
  ...['fatal', 'severe', 'verbose', 'panic', 'fine', 'finer', 'finest', 'config'].map(
    (word) => [word, word] as const,
  ),
  ...([
    ['trc', 'trace'],
    ['vrb', 'verbose'],
    ['dbg', 'debug'],
    ['inf', 'info'],
    ['information', 'info'],
    ['wrn', 'warn'],
    ['err', 'error'],
    ['eror', 'error'],
    ['crit', 'critical'],
    ['crt', 'critical'],
    ['ftl', 'fatal'],
  ] as const),
])

/** @returns a level in lower case for `INFO`, `Warning`, `ERR`; undefined for other words */
export function levelOf(word: string): string | undefined {
  return word.length >= 3 && word.length <= 11 ? WORDS.get(word.toLowerCase()) : undefined
}

/** Android's single letters. */
export const LETTER_LEVELS: ReadonlyMap<string, string> = new Map([
  ['V', 'verbose'],
  ['D', 'debug'],
  ['I', 'info'],
  ['W', 'warn'],
  ['E', 'error'],
  ['F', 'fatal'],
])
