import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadGeoTables } from './load-geo-tables.ts'

it('knows countries by itself, and says nothing of private addresses', async () => {
  const [table] = await loadGeoTables([])
  expect(table?.('8.8.8.8')).toMatchObject({ country_code: 'US' })
  expect(table?.('10.0.0.7')).toBeNull()
})

it('names the file that is missing or of another kind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-geo-'))
  try {
    const other = join(folder, 'other.mmdb')
    await writeFile(other, 'no database')
    await expect(loadGeoTables([join(folder, 'none.mmdb')])).rejects.toThrow(/none\.mmdb cannot be read/)
    await expect(loadGeoTables([other])).rejects.toThrow(/other\.mmdb is no database/)
  } finally {
    await rm(folder, { recursive: true })
  }
})
