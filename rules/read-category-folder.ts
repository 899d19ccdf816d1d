import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CategoryTable } from '#core/categorise/category-table'
import { type CategoryError, readCategories } from '#core/categorise/read-categories'

/** The tables that come with Nightjar. */
export const ownCategories = fileURLToPath(new URL('./categories', import.meta.url))

/** Every table of a folder, in the order of file names, and all that is wrong with them. */
export async function readCategoryFolder(
  folder: string,
): Promise<{ tables: CategoryTable[]; errors: CategoryError[] }> {
  const tables: CategoryTable[] = []
  const errors: CategoryError[] = []
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort()) {
    const read = readCategories(await readFile(join(folder, file), 'utf8'), file)
    if (read.table) tables.push(read.table)
    errors.push(...read.errors)
  }
  return { tables, errors }
}
