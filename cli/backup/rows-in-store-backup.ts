import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Rows by table in what ClickHouse wrote: each part has a file that says how many it holds, deleted ones with them.
 * @returns undefined where its files cannot be read from here
 */
export async function rowsInStoreBackup(folder: string): Promise<Record<string, number> | undefined> {
  const counts: Record<string, number> = {}
  try {
    const data = join(folder, 'data', 'nightjar')
    for (const table of await readdir(data)) {
      counts[table] = 0
      for (const part of await readdir(join(data, table)))
        counts[table] += Number(await readFile(join(data, table, part, 'count.txt'), 'utf8'))
    }
    return counts
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'EACCES') return undefined
    throw error
  }
}
