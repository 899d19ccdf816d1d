import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

const FOLDER = new URL('./migrations/', import.meta.url)
const FILE = /^(\d{3})_[a-z]+(?:_[a-z0-9]+)+\.sql$/

export interface Migration {
  number: number
  name: string
  checksum: string
  statements: readonly string[]
}

/** Those that this program brings, in order. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(FILE.exec(name)?.[1])
      if (number !== index + 1) throw new Error(`Migration ${name} should be number ${index + 1}`)
      const text = await readFile(new URL(name, FOLDER), 'utf8')
      return {
        number,
        name,
        checksum: createHash('sha256').update(text).digest('hex'),
        statements: split(text),
      }
    }),
  )
}

/** Statements end with a `;` at the end of a line. */
function split(text: string): string[] {
  return text
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter(Boolean)
}
