const BOOLEAN_WORD = /^(?:(yes|Yes|YES|on|On|ON)|no|No|NO|off|Off|OFF)$/
const OTHER_NUMBER = /^[-+]?(?:0[0-7_]+|0o[0-7]+|0b[01_]+|[0-9][0-9_]*_[0-9_]*|[0-9]+(?::[0-5]?[0-9])+)$/
const MAX_LENGTH = 64
const DATE = /^\d{4}-\d\d?-\d\d?$/

/** The words that YAML 1.1, which most SIGMA tools read, takes for true and false; text in 1.2. */
export function yaml11Boolean(written: string): boolean | undefined {
  const match = BOOLEAN_WORD.exec(written)
  return match ? match[1] !== undefined : undefined
}

/** Whether YAML 1.1 reads an unquoted value as something else than 1.2: booleans, octal and grouped numbers, dates. */
export function readsOtherwise(written: string): boolean {
  if (written.length > MAX_LENGTH) return false
  return BOOLEAN_WORD.test(written) || OTHER_NUMBER.test(written) || DATE.test(written)
}
