import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readOperatorConfig } from './operator-config.ts'
import { openHome } from './up/home.ts'

const ADDRESS = 'postgres://nightjar_app:secret@127.0.0.1:41234/nightjar'
const ACCESS = {
  POSTGRES_URL: ADDRESS,
  POSTGRES_OWNER_URL: 'postgres://nightjar_owner:secret@127.0.0.1:41234/nightjar',
  CLICKHOUSE_URL: 'http://127.0.0.1:41235',
  CLICKHOUSE_USER: 'nightjar',
  CLICKHOUSE_PASSWORD: 'secret',
}
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightjar-operator-'))
  mkdirSync(join(folder, 'secrets'))
  vi.stubEnv('NIGHTJAR_HOME', folder)
  vi.stubEnv('NIGHTJAR_POSTGRES_URL', '')
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('an installation that runs in NIGHTJAR_HOME is found; one that stopped is not', () => {
  const home = openHome(folder)
  home.tell(ACCESS)
  expect(readOperatorConfig()).toMatchObject(ACCESS)
  home.release()
  expect(() => readOperatorConfig()).toThrow(`Nightjar does not run in ${folder}. Start it`)
})

test('what a person set comes first', () => {
  const home = openHome(folder)
  home.tell(ACCESS)
  vi.stubEnv('NIGHTJAR_POSTGRES_URL', 'postgres://elsewhere/nightjar')
  expect(readOperatorConfig().POSTGRES_URL).toBe('postgres://elsewhere/nightjar')
})
