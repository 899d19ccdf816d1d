import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EVERYTHING } from '#core/detect/policy/mode-of'
import type { FolderPolicy, RulesConfig } from '#core/detect/policy/rules-config'

/** Where rules come from: folders, and the file that says more of them. */
export interface RuleSources {
  folders: readonly string[]
  file: string | undefined
}

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url))

/** Absolute paths of everybody's folders and their policies, in order; one named again takes its last place and policy. */
export function placeFolders({ folders, file }: RuleSources, config: RulesConfig): Map<string, FolderPolicy> {
  const placed = new Map<string, FolderPolicy>()
  for (const folder of folders) placed.set(locate(folder, '.'), EVERYTHING)
  for (const { path, ...policy } of config.folders) {
    const folder = locate(path, file === undefined ? '.' : dirname(file))
    placed.delete(folder)
    placed.set(folder, policy)
  }
  return placed
}

/** A path is relative to who names it, or to the package where that has none. */
export function locate(folder: string, from: string): string {
  if (isAbsolute(folder)) return folder
  const there = resolve(from, folder)
  return existsSync(there) ? there : join(PACKAGE, folder)
}
