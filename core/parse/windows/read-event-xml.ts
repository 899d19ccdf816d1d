import type { JsonObject } from '../parser.ts'
import { readXml, type XmlElement } from '../xml/read-xml.ts'

const attributesOf = ({ attributes }: XmlElement): JsonObject =>
  Object.assign(Object.create(null), Object.fromEntries(attributes))

const attribute = ({ attributes }: XmlElement, name: string): string | undefined =>
  attributes.find(([own]) => own === name)?.[1]

const text = (element: XmlElement): string | undefined => (element.text === '' ? undefined : element.text)

/** An element that comes twice gets a number, as evtx_dump does it. */
function put(into: JsonObject, name: string, value: unknown): void {
  let free = name
  for (let i = 1; free in into && i < 100; i++) free = `${name}_${i}`
  into[free] = value
}

/** Any element: its text, or its children by name; attributes in `#attributes`. */
function plain(element: XmlElement): unknown {
  if (element.children.length === 0 && element.attributes.length === 0) return text(element)
  const result: JsonObject = Object.create(null)
  if (element.attributes.length > 0) result['#attributes'] = attributesOf(element)
  for (const child of element.children) put(result, child.name, plain(child))
  if (element.children.length === 0) result['#text'] = text(element)
  return result
}

/** `<Data Name="User">anna</Data>` is `User`; data without names are a list. */
function eventData(element: XmlElement): JsonObject {
  const result: JsonObject = Object.create(null)
  const bare: string[] = []
  for (const child of element.children) {
    const name = attribute(child, 'Name')
    if (name !== undefined) put(result, name, text(child))
    else if (child.name === 'Data') bare.push(child.text)
    else put(result, child.name, plain(child))
  }
  if (bare.length > 0) result.Data = { '#text': bare }
  return result
}

/** What the machine that wrote the event made of its numbers: texts in its language. */
function renderingInfo(element: XmlElement): JsonObject {
  const result: JsonObject = Object.create(null)
  for (const child of element.children) {
    if (child.name === 'Keywords') result.Keywords = child.children.map((keyword) => keyword.text)
    else result[child.name] = text(child)
  }
  return result
}

/** `<EventData>` alone, also in the `<DataItem>` that Azure's agents put around it. */
export function readEventDataXml(raw: string): JsonObject | undefined {
  const root = readXml(raw)?.root
  const element = root?.name === 'DataItem' ? root.children[0] : root
  return element && eventData(element)
}

const PARTS: ReadonlyMap<string, (element: XmlElement) => unknown> = new Map([
  ['EventData', eventData],
  ['RenderingInfo', renderingInfo],
])

interface EventXml {
  /** `System`, `EventData`, `UserData`, `RenderingInfo` in the shape of evtx_dump. */
  event: JsonObject
  cut: boolean
}

/** `<Event><System>...`, alone or as the first of `<Events>`. */
export function readEventXml(raw: string): EventXml | undefined {
  const document = readXml(raw)
  if (!document) return undefined
  const root = document.root.name === 'Events' ? document.root.children[0] : document.root
  if (root?.name !== 'Event') return undefined
  const event: JsonObject = Object.create(null)
  for (const child of root.children) event[child.name] = (PARTS.get(child.name) ?? plain)(child)
  return 'System' in event ? { event, cut: document.cut } : undefined
}
