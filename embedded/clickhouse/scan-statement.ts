export interface Scan {
  /** Names of `{name:Type}` places, which the request has to fill. */
  parameters: ReadonlySet<string>
  /** True when a second statement follows a `;`. */
  several: boolean
  /** First word in upper case, comments skipped. */
  verb: string
}

// Literals, quoted names, comments, parameter places, words; alternatives start differently, so matching is linear.
const TOKEN =
  /'(?:[^'\\]|\\.|'')*'?|`(?:[^`\\]|\\.)*`?|"(?:[^"\\]|\\.)*"?|--[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|\{[ ]*([A-Za-z_]\w*)[ ]*:|[A-Za-z_]\w*|;|[^\s]/gs

/** Looks at a statement without judging its grammar: ClickHouse does that. */
export function scanStatement(text: string): Scan {
  const parameters = new Set<string>()
  let verb = ''
  let ended = false
  let several = false
  for (const [token, parameter] of text.matchAll(TOKEN)) {
    if (token.startsWith('--') || token.startsWith('/*')) continue
    if (token === ';') {
      ended = true
      continue
    }
    if (ended) several = true
    if (verb === '') verb = token.toUpperCase()
    if (parameter !== undefined) parameters.add(parameter)
  }
  return { parameters, several, verb }
}
