import { ApolloArmor } from '@escape.tech/graphql-armor'
import type { ParseOptions, ValidationRule } from 'graphql'

/** Words and signs of one document: the console's largest has under 400. */
export const parseOptions: ParseOptions = { maxTokens: 2_000 }

const { validationRules } = new ApolloArmor({
  // alerts > edges > node > evidence > edges > node > detections > event > source is 9.
  maxDepth: { n: 12 },
  maxAliases: { n: 30 },
  maxDirectives: { n: 30 },
  // A page of 500 events with all their fields and detections, its size written in the document, costs 60,000.
  costLimit: { maxCost: 100_000 },
  // Done by graphql-js and Apollo themselves: the parser counts, the schema's names are not suggested.
  maxTokens: { enabled: false },
  blockFieldSuggestion: { enabled: false },
}).protect()

/**
 * What no document may exceed, beside the specified rules. Sizes given by variables are not seen here: pages are
 * bounded by `pageOf`, work by the query budget.
 */
export const limitRules: ValidationRule[] = validationRules
