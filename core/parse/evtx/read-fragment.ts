import type { ChunkBytes } from './chunk-bytes.ts'
import { Cursor } from './cursor.ts'
import { Malformed } from './malformed.ts'
import type { Bound, ElementNode, StoredValue } from './node.ts'
import { isElement, readElement } from './read-element.ts'
import { Token } from './token.ts'

/** Offset of the next definition, GUID, size of the body. */
const DEFINITION_HEADER = 24

/** The definition stands where its first user is; later ones of the chunk only point there. */
function readTemplate(chunk: ChunkBytes, offset: number): ElementNode {
  const known = chunk.templates.get(offset)
  if (known) return known
  const body = new Cursor(chunk, offset + DEFINITION_HEADER, chunk.u32(offset + 20))
  let token = body.u8()
  if (token === Token.fragment) {
    body.skip(3)
    token = body.u8()
  }
  if (!isElement(token)) throw new Malformed('has a template that does not begin with an element')
  const element = readElement(body, token, true)
  chunk.templates.set(offset, element)
  return element
}

/** A table of size, type and an unused byte for each value, then the values themselves. */
function readValues(cursor: Cursor): StoredValue[] {
  const count = cursor.u32()
  const table = new Cursor(cursor.chunk, cursor.skip(4 * count), 4 * count)
  cursor.chunk.allowance.spend(count)
  const values: StoredValue[] = []
  for (let index = 0; index < count; index++) {
    const size = table.u16()
    values.push({ type: table.u8(), at: cursor.skip(size), size })
    table.skip(1)
  }
  return values
}

function readInstance(cursor: Cursor): Bound {
  cursor.skip(5)
  const { chunk } = cursor
  const offset = cursor.u32()
  const element = readTemplate(chunk, offset)
  if (offset === cursor.at) cursor.skip(DEFINITION_HEADER + chunk.u32(offset + 20))
  return { element, values: readValues(cursor) }
}

/**
 * The elements of a record, or of a value that is binary XML again ([MS-EVEN6] 2.2.12).
 * @param dependent elements outside templates carry a dependency id; inside values they don't
 */
export function readFragment(cursor: Cursor, dependent: boolean): Bound[] {
  const found: Bound[] = []
  while (cursor.at < cursor.end) {
    const token = cursor.u8()
    cursor.chunk.allowance.spend(1)
    if (token === Token.end) break
    else if (token === Token.fragment) cursor.skip(3)
    else if (token === Token.instance) found.push(readInstance(cursor))
    else if (isElement(token)) found.push({ element: readElement(cursor, token, dependent), values: [] })
    else throw new Malformed(`has an unknown token ${token} where an element should begin`)
  }
  return found
}
