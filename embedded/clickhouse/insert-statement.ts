export interface InsertStatement {
  /** `INSERT INTO t (columns)`, to be followed by a SELECT. */
  head: string
  format: string
  /** Rows that followed in the statement itself. */
  inline: string
}

const NAME = '(?:`(?:[^`\\\\]|\\\\.)+`|"(?:[^"\\\\]|\\\\.)+"|[A-Za-z_]\\w*)'
const HEAD = `^\\s*(INSERT\\s+INTO\\s+(?:TABLE\\s+)?${NAME}(?:\\.${NAME})?\\s*(?:\\((?:[^()]|\\([^()]*\\))*\\)\\s*)?)`
const WITH_ROWS = new RegExp(`${HEAD}(?:(VALUES)|FORMAT\\s+(\\w+))(?:\\s*;?\\s*$|\\s)`, 'i')
const WITH_SELECT = new RegExp(`${HEAD}(?:SELECT|WITH)\\s`, 'i')

/**
 * Splits an INSERT that brings its rows along into the statement and the rows.
 * @returns undefined for every other statement, `INSERT ... SELECT` included
 */
export function insertStatement(text: string): InsertStatement | undefined {
  const found = WITH_ROWS.exec(text)
  if (found === null) return undefined
  const [matched, head = '', values, format = ''] = found
  return { head: head.trim(), format: values ? 'Values' : format, inline: text.slice(matched.length) }
}

/** `INSERT ... SELECT` is the only INSERT whose text may reach the engine: nothing in it is read as rows. */
export function insertsFromSelect(text: string): boolean {
  return WITH_SELECT.test(text)
}
