/** A boolean expression over leaves: what conditions of rules and of correlations have in common. */
export type Expression<Leaf> =
  | Leaf
  | { kind: 'all'; of: readonly Expression<Leaf>[] }
  | { kind: 'any'; of: readonly Expression<Leaf>[] }
  | { kind: 'not'; of: Expression<Leaf> }

/** A word and where it starts in the text. */
export interface Word {
  text: string
  offset: number
}

/** Reports what is wrong at an offset of the text. */
export type Fail = (offset: number, message: string, mend: string) => void

export interface Grammar<Leaf> {
  /** Whether a leaf has this name, so that `OR` may be one. */
  has(name: string): boolean
  /** Undefined after a reported failure. */
  leaf(word: Word): Leaf | undefined
  /** The leaves of `1 of PATTERN`; left out where there are no selectors. */
  select?(pattern: Word): readonly Leaf[] | undefined
}

const MAX_LENGTH = 50_000
const MAX_TOKENS = 5_000
const MAX_DEPTH = 200
const OPERATORS = ['and', 'or', 'not', 'of']

class Stop extends Error {
  readonly offset: number
  readonly mend: string

  constructor(offset: number, message: string, mend: string) {
    super(message)
    this.offset = offset
    this.mend = mend
  }
}

/**
 * `not` over `and` over `or`, parentheses, `1|any|all of PATTERN`. Words end at spaces and parentheses, so `notepad`
 * is a name.
 * @returns undefined after reported failures: every unknown name, and the first place that breaks the grammar
 */
export function parseExpression<Leaf>(
  text: string,
  grammar: Grammar<Leaf>,
  fail: Fail,
): Expression<Leaf> | undefined {
  type Parsed = Expression<Leaf> | undefined
  let at = 0
  let depth = 0
  let tokens: Word[] = []

  const peek = () => tokens[at]?.text
  const place = () => tokens[at]?.offset ?? text.length

  function parseList(operator: 'or' | 'and', parseOperand: () => Parsed): Parsed {
    const of = [parseOperand()]
    while (peek() === operator) {
      at++
      of.push(parseOperand())
    }
    return join(operator === 'or' ? 'any' : 'all', of)
  }

  const parseOr = (): Parsed => parseList('or', parseAnd)
  const parseAnd = (): Parsed => parseList('and', parseNot)

  function parseNot(): Parsed {
    if (++depth > MAX_DEPTH) throw new Stop(place(), 'the condition is nested too deep', 'simplify it')
    try {
      if (peek() !== 'not') return parseOperand()
      at++
      const of = parseNot()
      return of && { kind: 'not', of }
    } finally {
      depth--
    }
  }

  function parseOperand(): Parsed {
    const token = tokens[at]
    if (!token) throw new Stop(text.length, 'the condition ends too early', 'name a selection here')
    if (token.text === '(') {
      at++
      const inner = parseOr()
      if (peek() !== ')') throw new Stop(token.offset, 'a parenthesis is not closed', 'add )')
      at++
      return inner
    }
    if (token.text === ')' || token.text === 'and' || token.text === 'or' || token.text === 'of') {
      throw new Stop(token.offset, `unexpected '${token.text}'`, 'name a selection here')
    }
    at++
    return peek() === 'of' && grammar.select ? parseSelector(token, grammar.select) : grammar.leaf(token)
  }

  function parseSelector(quantifier: Word, select: NonNullable<Grammar<Leaf>['select']>): Parsed {
    at++
    if (!['1', 'any', 'all'].includes(quantifier.text)) {
      fail(quantifier.offset, `unknown quantifier '${quantifier.text}'`, 'write 1, any or all')
    }
    const pattern = tokens[at++]
    if (!pattern || !/^[\w*-]+$/.test(pattern.text)) {
      throw new Stop(pattern?.offset ?? text.length, 'a selector needs names', 'write them, or a name with *')
    }
    const of = select(pattern)
    return of && join(quantifier.text === 'all' ? 'all' : 'any', of)
  }

  function join(kind: 'all' | 'any', of: readonly Parsed[]): Parsed {
    const whole = of.filter((one) => one !== undefined)
    const [only] = whole
    if (whole.length < of.length) return undefined
    return of.length === 1 && only ? only : { kind, of: whole }
  }

  try {
    tokens = tokenise(text, grammar, fail)
    const parsed = parseOr()
    const rest = tokens[at]
    if (rest)
      throw new Stop(
        rest.offset,
        `unexpected '${rest.text}'`,
        'join conditions with and or or, in lower case',
      )
    return parsed
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    fail(error.offset, error.message, error.mend)
    return undefined
  }
}

function tokenise<Leaf>(text: string, grammar: Grammar<Leaf>, fail: Fail): Word[] {
  const tokens: Word[] = []
  if (text.length > MAX_LENGTH) throw new Stop(0, 'the condition is too long', 'use selectors')
  for (const match of text.matchAll(/[()]|[^\s()]+/g)) {
    const lower = match[0].toLowerCase()
    const shouted = match[0] !== lower && OPERATORS.includes(lower) && !grammar.has(match[0])
    if (shouted) fail(match.index, `'${match[0]}' is not an operator`, `write ${lower}`)
    tokens.push({ text: shouted ? lower : match[0], offset: match.index })
    if (tokens.length > MAX_TOKENS) throw new Stop(match.index, 'the condition is too long', 'use selectors')
  }
  return tokens
}
