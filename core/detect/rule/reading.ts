import type { Placeholders } from './expand-placeholders.ts'
import type { Notes } from './read-yaml.ts'

/** What every reader of a part of a document is given. */
export interface Reading extends Notes {
  placeholders: Placeholders
  /** How many more values modifiers may make in the document: a list of placeholders multiplies with another. */
  allowance: { values: number }
}
