/** The root zone's dot that ends a name says nothing. */
export const withoutDot = (name: string): string =>
  name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name
