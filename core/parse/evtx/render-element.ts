import type { ChunkBytes } from './chunk-bytes.ts'
import { Content } from './content.ts'
import { Cursor } from './cursor.ts'
import { joinValues } from './join-values.ts'
import { Malformed } from './malformed.ts'
import type { ElementNode, Part, StoredValue } from './node.ts'
import { readFragment } from './read-fragment.ts'
import { readValue, type Value } from './read-value.ts'

/** Windows nests the data in the event, and no deeper. */
const MAX_NESTING = 8
const BINARY_XML = 0x21

/** What an element costs beside its name, or a value beside its characters: about as much as so many characters. */
const EACH = 16

/** Where an element is to be filled in. */
interface Place {
  chunk: ChunkBytes
  values: readonly StoredValue[]
  /** How many values that are binary XML it is inside of. */
  nesting: number
}

function partValue({ chunk, values }: Place, part: Part): Value | undefined {
  if (typeof part === 'string') {
    chunk.allowance.spend(1 + part.length)
    return part
  }
  const stored = values[part]
  chunk.allowance.spend(EACH)
  return stored && readValue(chunk, stored)
}

/** A value that is binary XML: its elements stand where the value does. */
function addNested(parent: Content, { chunk, nesting }: Place, { at, size }: StoredValue): void {
  chunk.allowance.spend(EACH)
  if (nesting === MAX_NESTING) throw new Malformed(`nests values more than ${MAX_NESTING} deep`)
  for (const { element, values } of readFragment(new Cursor(chunk, at, size), false)) {
    addElement(parent, { chunk, values, nesting: nesting + 1 }, element)
  }
}

function addChild(parent: Content, place: Place, child: ElementNode | Part): void {
  const stored = typeof child === 'number' ? place.values[child] : undefined
  if (typeof child === 'object') addElement(parent, place, child)
  else if (stored?.type === BINARY_XML) addNested(parent, place, stored)
  else parent.addText(partValue(place, child))
}

/** Adds the element, its substitutions filled in, to what its parent holds. */
export function addElement(parent: Content, place: Place, { name, attributes, children }: ElementNode): void {
  const { allowance } = place.chunk
  const content = new Content()
  let dataName = ''
  allowance.spend(EACH + name.length)
  for (const attribute of attributes) {
    allowance.spend(EACH + attribute.name.length)
    let value: Value | undefined
    for (const part of attribute.parts) value = joinValues(value, partValue(place, part))
    if (name === 'Data' && attribute.name === 'Name') dataName = String(value ?? '')
    else if (value !== undefined) content.addAttribute(attribute.name, value)
  }
  for (const child of children) addChild(content, place, child)
  parent.addElement(name, dataName, content)
}
