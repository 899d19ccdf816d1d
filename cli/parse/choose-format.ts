import { readFile } from 'node:fs/promises'
import { parsers } from '#core/parse/generated/registry'
import { readMadeParser } from '#core/parse/made/read-made-parser'
import type { Parser } from '#core/parse/parser'

interface Chosen {
  /** All that may read a line. */
  parsers: readonly Parser[]
  /** The one that is tried first, or `auto`. */
  format: string
}

/** @throws Error that says what is wrong with what was asked for */
export async function chooseFormat(format: string | undefined, file: string | undefined): Promise<Chosen> {
  if (format !== undefined && file !== undefined) throw new Error('--format and --parser exclude each other')
  if (file === undefined) {
    const name = format ?? 'auto'
    if (name !== 'auto' && !parsers.some((parser) => parser.name === name))
      throw new Error(`there is no format '${name}'; --help lists them`)
    return { parsers, format: name }
  }
  const { parser, errors } = readMadeParser(await readFile(file, 'utf8'))
  if (!parser) throw new Error(errors.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'))
  return { parsers: [parser, ...parsers.filter(({ name }) => name !== parser.name)], format: parser.name }
}
