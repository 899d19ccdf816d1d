import type { Cursor } from './cursor.ts'
import { Malformed } from './malformed.ts'
import type { Attribute, ElementNode, Part } from './node.ts'
import { MORE, Token } from './token.ts'

const MAX_DEPTH = 64
const STRING = 0x01
const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

export const isElement = (token: number): boolean => (token & ~MORE) === Token.openElement

/** @returns undefined for a token that is no text */
function readPart(cursor: Cursor, token: number): Part | undefined {
  cursor.chunk.allowance.spend(1)
  switch (token & ~MORE) {
    case Token.text:
      if (cursor.u8() !== STRING) throw new Malformed('has a text that is no string')
      return cursor.text()
    case Token.cdata:
      return cursor.text()
    case Token.character:
      return String.fromCharCode(cursor.u16())
    case Token.entity: {
      const name = cursor.name()
      return ENTITIES.get(name) ?? `&${name};`
    }
    case Token.substitution:
    case Token.optional: {
      const index = cursor.u16()
      cursor.skip(1)
      return index
    }
    default:
      return undefined
  }
}

/** @returns the attributes and the token behind them */
function readAttributes(cursor: Cursor, first: number): [Attribute[], number] {
  const attributes: Attribute[] = []
  let token = first
  while ((token & ~MORE) === Token.attribute) {
    const attribute: Attribute = { name: cursor.name(), parts: [] }
    attributes.push(attribute)
    for (;;) {
      token = cursor.u8()
      const part = readPart(cursor, token)
      if (part === undefined) break
      attribute.parts.push(part)
    }
  }
  return [attributes, token]
}

function readChildren(cursor: Cursor, dependent: boolean, depth: number): ElementNode['children'] {
  const children: ElementNode['children'] = []
  for (;;) {
    const token = cursor.u8()
    if (token === Token.closeElement) return children
    if (isElement(token)) children.push(readElement(cursor, token, dependent, depth + 1))
    else if (token === Token.instructionTarget) cursor.name()
    else if (token === Token.instruction) cursor.text()
    else {
      const part = readPart(cursor, token)
      if (part === undefined) throw new Malformed(`has an unknown token ${token} inside an element`)
      children.push(part)
    }
  }
}

/**
 * One element with all that is in it, the cursor standing behind its first token.
 * @param dependent it carries a dependency id
 */
export function readElement(cursor: Cursor, token: number, dependent: boolean, depth = 0): ElementNode {
  if (depth > MAX_DEPTH) throw new Malformed(`has elements more than ${MAX_DEPTH} deep`)
  cursor.chunk.allowance.spend(1)
  // A dependency id says which value the element depends on, then comes its size; both are of no use here.
  cursor.skip(dependent ? 6 : 4)
  const name = cursor.name()
  if (token & MORE) cursor.skip(4)
  const [attributes, next] = readAttributes(cursor, cursor.u8())
  if (next === Token.closeEmpty) return { name, attributes, children: [] }
  if (next !== Token.closeStart) throw new Malformed(`has an unknown token ${next} in a start tag`)
  return { name, attributes, children: readChildren(cursor, dependent, depth) }
}
