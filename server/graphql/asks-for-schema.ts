import { BREAK, type DocumentNode, visit } from 'graphql'

/** Does the document read the schema itself (introspection)? `__typename` alone does not. */
export function asksForSchema(document: DocumentNode): boolean {
  let found = false
  visit(document, {
    Field({ name }) {
      if (name.value !== '__schema' && name.value !== '__type') return undefined
      found = true
      return BREAK
    },
  })
  return found
}
