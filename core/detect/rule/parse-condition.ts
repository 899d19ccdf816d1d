import type { Condition } from './condition.ts'

/** Where and why a condition cannot be read; `offset` counts from the start of its text. */
export class ConditionError extends Error {
  readonly offset: number
  readonly mend: string

  constructor(offset: number, message: string, mend: string) {
    super(message)
    this.offset = offset
    this.mend = mend
  }
}

interface Token {
  text: string
  offset: number
}

const MAX_TOKENS = 5_000
const MAX_DEPTH = 200

/**
 * The condition grammar: `not` over `and` over `or`, parentheses, `1|any|all of NAME|PATTERN*|them`.
 * Words end at spaces and parentheses, so `notepad` is a name.
 * @throws ConditionError
 */
export function parseCondition(text: string, selections: ReadonlyMap<string, Condition>): Condition {
  const tokens = tokenise(text)
  let at = 0
  let depth = 0

  const peek = () => tokens[at]?.text
  const place = () => tokens[at]?.offset ?? text.length

  function parseList(operator: 'or' | 'and', parseOperand: () => Condition): Condition {
    const of = [parseOperand()]
    while (peek() === operator) {
      at++
      of.push(parseOperand())
    }
    const [only] = of
    return of.length === 1 && only ? only : { kind: operator === 'or' ? 'any' : 'all', of }
  }

  const parseOr = (): Condition => parseList('or', parseAnd)
  const parseAnd = (): Condition => parseList('and', parseNot)

  function parseNot(): Condition {
    if (++depth > MAX_DEPTH)
      throw new ConditionError(place(), 'the condition is nested too deep', 'simplify it')
    try {
      if (peek() !== 'not') return parseOperand()
      at++
      return { kind: 'not', of: parseNot() }
    } finally {
      depth--
    }
  }

  function parseOperand(): Condition {
    const token = tokens[at]
    if (!token) throw new ConditionError(text.length, 'the condition ends too early', 'name a selection here')
    if (token.text === '(') {
      at++
      const inner = parseOr()
      if (peek() !== ')') throw new ConditionError(token.offset, 'a parenthesis is not closed', 'add )')
      at++
      return inner
    }
    if (token.text === ')' || token.text === 'and' || token.text === 'or' || token.text === 'of') {
      throw new ConditionError(token.offset, `unexpected '${token.text}'`, 'name a selection here')
    }
    at++
    if (peek() === 'of') return parseSelector(token)
    return selection(token, selections)
  }

  function parseSelector(quantifier: Token): Condition {
    at++
    if (quantifier.text !== '1' && quantifier.text !== 'any' && quantifier.text !== 'all') {
      throw new ConditionError(
        quantifier.offset,
        `unknown quantifier '${quantifier.text}'`,
        'write 1, any or all',
      )
    }
    const pattern = tokens[at++]
    if (!pattern || !/^[\w*-]+$/.test(pattern.text)) {
      throw new ConditionError(
        pattern?.offset ?? text.length,
        'a selector needs names',
        'write them, or a name with *',
      )
    }
    const names = [...selections.keys()].filter((name) => selects(pattern.text, name))
    if (names.length === 0) {
      throw new ConditionError(
        pattern.offset,
        `no selection is named like '${pattern.text}'`,
        known(selections),
      )
    }
    const of = names.map((name) => selection({ text: name, offset: pattern.offset }, selections))
    const [only] = of
    return of.length === 1 && only ? only : { kind: quantifier.text === 'all' ? 'all' : 'any', of }
  }

  const condition = parseOr()
  const rest = tokens[at]
  if (rest) {
    throw new ConditionError(
      rest.offset,
      `unexpected '${rest.text}'`,
      'join conditions with and or or, in lower case',
    )
  }
  return condition
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(/[()]|[^\s()]+/g)) {
    if (match[0].includes('|')) {
      throw new ConditionError(
        match.index,
        'aggregations after | are not part of SIGMA any more',
        'write a correlation document',
      )
    }
    tokens.push({ text: match[0], offset: match.index })
    if (tokens.length > MAX_TOKENS)
      throw new ConditionError(match.index, 'the condition is too long', 'use selectors')
  }
  return tokens
}

function selection(token: Token, selections: ReadonlyMap<string, Condition>): Condition {
  const of = selections.get(token.text)
  if (of) return { kind: 'selection', name: token.text, of }
  const lower = token.text.toLowerCase()
  if (token.text !== lower && ['and', 'or', 'not', 'of'].includes(lower)) {
    throw new ConditionError(token.offset, `'${token.text}' is not an operator`, `write ${lower}`)
  }
  throw new ConditionError(token.offset, `no selection is named '${token.text}'`, known(selections))
}

function known(selections: ReadonlyMap<string, Condition>): string {
  return `the selections are ${[...selections.keys()].join(', ')}`
}

/** `them` is every name without leading underscore; a pattern sees those only when it starts with one itself. */
function selects(pattern: string, name: string): boolean {
  if (pattern === 'them') return !name.startsWith('_')
  if (name.startsWith('_') && !pattern.startsWith('_')) return false
  const pieces = pattern.split('*')
  if (pieces.length === 1) return name === pattern
  let at = 0
  for (const [i, piece] of pieces.entries()) {
    const found = i === 0 ? (name.startsWith(piece) ? 0 : -1) : name.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  const last = pieces.at(-1) ?? ''
  return name.endsWith(last) && name.length >= (pieces[0]?.length ?? 0) + last.length
}
