import { z } from 'zod'
import type { Records } from '#core/records/create-records'
import { addDroppedFile } from '#core/records/dropped-files/add-dropped-file'
import type { DroppedFile } from '#core/records/dropped-files/dropped-file'
import { listDroppedFiles } from '#core/records/dropped-files/list-dropped-files'
import type { Signals } from '#core/signals/signals'
import { type SourceExtent, sourceExtent } from '#core/store/queries/source-extent'
import { sourceVerdicts, type Verdict } from '#core/store/queries/source-verdicts'
import type { QueryStats, Store } from '#core/store/store'
import { sumStats } from '#core/store/sum-stats'
import type { TenantScope } from '#core/tenant/tenant-scope'
import { MOST_FILE_BYTES } from '../../files/most-file-bytes.ts'
import { tidyName } from '../../files/tidy-name.ts'
import type { QueryBudget } from '../query-budget.ts'
import { readInput } from '../read-input.ts'
import type { Rights } from '../rights.ts'

export type DroppedFileParent = DroppedFile
export type FileVerdictParent = Verdict

interface Findings extends SourceExtent {
  verdicts: Verdict[]
  isCut: boolean
  stats: QueryStats
}

const MOST_LISTED = 200
const newFileSchema = z.object({
  name: z.string().trim().min(1).max(1_000).transform(tidyName),
  bytes: z.number().int().min(0).max(MOST_FILE_BYTES),
})

export interface FileService {
  list(scope: TenantScope, first: number): Promise<DroppedFileParent[]>
  byId(reference: { tenantId: string; id: string }): Promise<DroppedFileParent | undefined>
  findings(file: DroppedFileParent): Promise<Findings>
  /** @throws UserError */
  drop(file: { tenantId: string; name: string; bytes: number; by: string }): Promise<DroppedFileParent>
}

interface FileDeps {
  records: Records
  store: Store
  signals: Signals
  rights: Rights
  budget: QueryBudget
}

export function createFileService({ records, store, signals, rights, budget }: FileDeps): FileService {
  return {
    list(scope, first) {
      budget.spend()
      return listDroppedFiles(records, scope, { first: Math.min(Math.max(first, 1), MOST_LISTED) })
    },
    async byId({ tenantId, id }) {
      if (!rights.membership(tenantId)) return undefined
      budget.spend()
      const [file] = await listDroppedFiles(records, rights.scopeOf([tenantId]), { first: 1, ids: [id] })
      return file
    },
    async findings({ tenantId, fileId, droppedAt }) {
      budget.spend()
      budget.spend()
      const scope = rights.scopeOf([tenantId])
      const source = { sourceId: fileId, since: droppedAt.getTime() }
      const [extent, found] = await Promise.all([
        sourceExtent(store, scope, source),
        sourceVerdicts(store, scope, source),
      ])
      return { ...extent, ...found, stats: sumStats([extent.stats, found.stats]) }
    },
    async drop({ tenantId, by, ...given }) {
      const scope = rights.require(tenantId, 'analyst')
      const read = readInput(newFileSchema, given)
      const file = await addDroppedFile(records, scope, { tenantId, droppedBy: by, ...read })
      // Its source has days of its own.
      await signals.publish('sourcesChanged', { tenantId })
      return file
    },
  }
}
