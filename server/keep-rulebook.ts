import { UnavailableError } from '#core/errors'
import type { Log } from '#core/log'
import type { RuleSources } from '../rules/place-folders.ts'
import { createSourcesReader, type ReadSources } from '../rules/read-sources.ts'
import { createRulebook, type TenantRulebook } from '../rules/rulebook.ts'

/** The rules of a tenant, named by its slug. @throws UnavailableError when they cannot be read here */
export type RulesOf = (slug: string) => Promise<TenantRulebook>

/** So long an answer may be behind the files, in milliseconds. */
const LIFE_MS = 5_000

/** Rules as the workers have them, from the same files: read when they are first asked for, and looked at again then. */
export function keepRulebook(sources: RuleSources, log: Log, now: () => number = Date.now): RulesOf {
  const read = createSourcesReader(sources)
  let last: { read: ReadSources; book: (slug: string) => TenantRulebook } | undefined
  let looking: Promise<void> | undefined
  let until = 0

  async function look(): Promise<void> {
    try {
      const found = await read()
      if (!last || !isSame(last.read, found)) last = { read: found, book: createRulebook(found) }
    } catch (error) {
      log.warn({ err: error }, 'the files of rules cannot be read: what was read before counts')
    }
    until = now() + LIFE_MS
    looking = undefined
  }

  return async (slug) => {
    if (now() >= until) {
      looking ??= look()
      await looking
    }
    if (!last) throw new UnavailableError('The files of rules cannot be read by the server')
    return last.book(slug)
  }
}

/** Folders that did not change are answered with the same objects. */
function isSame(before: ReadSources, now: ReadSources): boolean {
  const reads = ({ folders, tenants }: ReadSources) =>
    [...folders, ...tenants.flatMap(({ folder }) => folder ?? [])].map(({ read }) => read)
  const [one, other] = [reads(before), reads(now)]
  return (
    one.length === other.length &&
    one.every((read, index) => read === other[index]) &&
    JSON.stringify(before.config) === JSON.stringify(now.config)
  )
}
