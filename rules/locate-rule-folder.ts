import { existsSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGE = fileURLToPath(new URL('../', import.meta.url))

/** Absolute path of a folder that is named relative to another, or to the package where that one has none. */
export function locateRuleFolder(folder: string, from: string): string {
  if (isAbsolute(folder)) return folder
  const there = resolve(from, folder)
  return existsSync(there) ? there : join(PACKAGE, folder)
}
