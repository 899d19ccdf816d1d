const PAIR = /^[A-Za-z_][\w.-]{0,40}=/

/** Whether a text begins with `name=`: a parser that a source pins sees the line with its syslog header first. */
export function startsWithPair(text: string): boolean {
  return PAIR.test(text.slice(0, 48))
}
