import type { Log } from '#core/log'
import { type Knowledge, loadKnowledge } from './load-knowledge.ts'

export interface KeptKnowledge {
  /** Something made of the knowledge, made anew when that changes. */
  derive<T>(make: (knowledge: Knowledge) => T): () => T
  /** Reads everything again; what was there stays in use until then, or for good when reading fails. */
  reload(): Promise<void>
}

/** @throws Error when a folder of rules is missing */
export async function keepKnowledge(folders: readonly string[], log: Log): Promise<KeptKnowledge> {
  let current = await loadKnowledge(folders, log)
  return {
    derive(make) {
      let from = current
      let made = make(from)
      return () => {
        if (from !== current) {
          from = current
          made = make(from)
        }
        return made
      }
    },
    async reload() {
      try {
        current = await loadKnowledge(folders, log)
      } catch (error) {
        log.error({ err: error }, 'rules not read again: those before stay in use')
      }
    },
  }
}
