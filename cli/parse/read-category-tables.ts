import { readdir, readFile } from 'node:fs/promises'
import type { CategoryTable } from '#core/categorise/category-table'
import { readCategories } from '#core/categorise/read-categories'

/**
 * Every table of a folder, by file name.
 * @throws Error naming file and line of each mistake
 */
export async function readCategoryTables(folder: URL): Promise<CategoryTable[]> {
  const tables: CategoryTable[] = []
  const mistakes: string[] = []
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort()) {
    const { table, errors } = readCategories(await readFile(new URL(file, folder), 'utf8'), file)
    if (table) tables.push(table)
    mistakes.push(...errors.map(({ line, message }) => `${file}:${line}: ${message}`))
  }
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
  return tables
}
