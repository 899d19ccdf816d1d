/** The class names that are there, as one attribute. */
export function joinClass(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
