import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Placeholders } from '#core/detect/rule/expand-placeholders'

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const placeholdersSchema = z.record(
  z.string(),
  z.union([z.array(scalar), scalar.transform((value) => [value])]),
)

/**
 * A YAML map of what `%name%` stands for under `expand`: `admins: [anna, bob]`.
 * @throws Error when the file is not there or is something else
 */
export async function readPlaceholders(file: string): Promise<Placeholders> {
  const read = placeholdersSchema.safeParse(parse(await readFile(file, 'utf8')))
  if (!read.success) throw new Error(`${file}: write a map of names to lists, as in  admins: [anna, bob]`)
  return read.data
}
