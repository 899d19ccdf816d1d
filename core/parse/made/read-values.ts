import type { FieldValue } from '../../event/event.ts'
import type { JsonObject } from '../parser.ts'

/** A text to take apart: a line, or the value of a field. */
export interface MadeText {
  text: string
  json: JsonObject | undefined
}

/** Values by name; undefined when the text is not of the pattern. */
export type ReadValues = (text: MadeText) => ReadonlyMap<string, FieldValue> | undefined
