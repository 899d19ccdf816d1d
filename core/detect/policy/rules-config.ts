import { z } from 'zod'
import { SEVERITY_LEVELS } from '../../event/detection.ts'
import { RULE_STATUSES } from '../rule/rule-status.ts'

const level = z.enum(SEVERITY_LEVELS)
const ids = z.array(z.string().min(1)).default([])
const path = z.string().min(1)

const thresholdSchema = z.strictObject({
  level: level.default('informational'),
  status: z.enum(RULE_STATUSES).default('experimental'),
})

const placeholdersSchema = z.record(
  z.string().regex(/^[^%\s\\]+$/, 'write the name without percent signs and spaces'),
  z.array(z.union([z.string(), z.number()]).transform(String)),
)

const folderSchema = z
  .strictObject({
    path,
    on: thresholdSchema.optional(),
    shadow: thresholdSchema.optional(),
    off: ids,
  })
  // A policy that says nothing of levels switches single rules off and leaves the others on.
  .transform((folder) => (folder.on || folder.shadow ? folder : { ...folder, on: thresholdSchema.parse({}) }))

const tenantSchema = z.strictObject({
  on: ids,
  shadow: ids,
  off: ids,
  level: z.record(z.string(), level).default({}),
  rules: path.optional(),
  placeholders: placeholdersSchema.default({}),
})

/** The file named by `NIGHTJAR_RULES_FILE`: docs/configuration.md describes it. */
export const rulesConfigSchema = z.strictObject({
  folders: z.preprocess((value) => value ?? [], z.array(folderSchema)),
  placeholders: placeholdersSchema.default({}),
  tenants: z
    .record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "write the tenant's slug"), tenantSchema)
    .default({}),
})

/** From which level and status on; both must be reached. */
export type Threshold = z.infer<typeof thresholdSchema>
/** What becomes of a folder's rules: on, else shadow, else off; `off` names rules that are off in any case. */
export interface FolderPolicy {
  on?: Threshold | undefined
  shadow?: Threshold | undefined
  off: readonly string[]
}
/** What a tenant changes: modes and levels by rule id, rules of its own, what placeholders mean to it. */
export type TenantRulesConfig = z.infer<typeof tenantSchema>
export type RulesConfig = z.infer<typeof rulesConfigSchema>
