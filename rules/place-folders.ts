import { dirname } from 'node:path'
import { EVERYTHING } from '#core/detect/policy/mode-of'
import type { FolderPolicy, RulesConfig } from '#core/detect/policy/rules-config'
import { locateRuleFolder } from './locate-rule-folder.ts'

/** Where rules come from: folders, and the file that says more of them. */
export interface RuleSources {
  folders: readonly string[]
  file: string | undefined
}

/** Absolute paths of everybody's folders and their policies, in order; one named again takes its last place and policy. */
export function placeFolders({ folders, file }: RuleSources, config: RulesConfig): Map<string, FolderPolicy> {
  const placed = new Map<string, FolderPolicy>()
  for (const folder of folders) placed.set(locateRuleFolder(folder, '.'), EVERYTHING)
  for (const { path, ...policy } of config.folders) {
    const folder = locateRuleFolder(path, file === undefined ? '.' : dirname(file))
    placed.delete(folder)
    placed.set(folder, policy)
  }
  return placed
}
