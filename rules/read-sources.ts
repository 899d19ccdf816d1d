import { dirname } from 'node:path'
import { EVERYTHING } from '#core/detect/policy/mode-of'
import {
  type FolderPolicy,
  type RulesConfig,
  rulesConfigSchema,
  type TenantRulesConfig,
} from '#core/detect/policy/rules-config'
import type { Placeholders } from '#core/detect/rule/expand-placeholders'
import { createFolderReader, type FolderReader, type FolderRules } from './create-folder-reader.ts'
import { locateRuleFolder } from './locate-rule-folder.ts'
import { placeFolders, type RuleSources } from './place-folders.ts'
import { readRulesConfig } from './read-rules-config.ts'
import { refuseOpenFolder } from './refuse-open-folder.ts'

export interface PlacedFolder {
  path: string
  policy: FolderPolicy
  read: FolderRules
}

export interface TenantSources {
  slug: string
  config: TenantRulesConfig
  /** Everybody's, and the tenant's in their place. */
  placeholders: Placeholders
  folder: PlacedFolder | undefined
}

/** All that is said about rules, as read: nothing is decided yet. */
export interface ReadSources {
  config: RulesConfig
  /** Everybody's; the later counts. */
  folders: readonly PlacedFolder[]
  tenants: readonly TenantSources[]
}

/** @returns a function that reads what changed since its last call; it throws Error when a folder or the file is missing or the file is wrong */
export function createSourcesReader(sources: RuleSources): () => Promise<ReadSources> {
  let readers = new Map<string, FolderReader>()

  return async () => {
    const { file } = sources
    const config = file === undefined ? rulesConfigSchema.parse({}) : await readRulesConfig(file)
    const used = new Map<string, FolderReader>()
    const readOne = async (
      key: string,
      path: string,
      policy: FolderPolicy,
      words: Placeholders,
    ): Promise<PlacedFolder> => {
      const reader = readers.get(key) ?? createFolderReader(path)
      used.set(key, reader)
      return { path, policy, read: await reader.read(words) }
    }
    const placed = placeFolders(sources, config)
    const folders = await Promise.all(
      [...placed].map(([path, policy]) => readOne(path, path, policy, config.placeholders)),
    )
    const tenants = await Promise.all(
      Object.entries(config.tenants).map(async ([slug, tenant]) => {
        const placeholders = { ...config.placeholders, ...tenant.placeholders }
        const path =
          tenant.rules === undefined ? undefined : locateRuleFolder(tenant.rules, dirname(file ?? '.'))
        if (path !== undefined) refuseOpenFolder(slug, path, placed.keys())
        // What a tenant's placeholders make of a folder is not for another tenant's reader to remember.
        const folder = path && (await readOne(`${slug} ${path}`, path, EVERYTHING, placeholders))
        return { slug, config: tenant, placeholders, folder: folder || undefined }
      }),
    )
    readers = used
    return { config, folders, tenants }
  }
}
