import type { Log } from '#core/log'
import { indexParsers } from '#core/parse/index-parsers'
import { readMadeParser } from '#core/parse/made/read-made-parser'
import { type ParseLines, parseLinesOf } from '#core/parse/parse-lines'
import type { Parser } from '#core/parse/parser'
import type { Records } from '#core/records/create-records'
import type { ParserVersion } from '#core/records/parsers/parser-version'
import { parsersInForce, parserVersions } from '#core/records/parsers/parsers-in-force'
import { grantScope } from '#core/tenant/grant-scope'

/** Signals may be missed: what they would have told is looked up this often. */
const LIFE_MS = 30_000

export interface KeptParsers {
  /**
   * Makes the parsers of these tenants ready: asks for those that it does not know or that may have changed. When they
   * cannot be asked for, those before stay in force.
   * @throws UnavailableError when a tenant's were never read: read by the wrong parsers, an event would stay so
   */
  prepare(tenantIds: readonly string[]): Promise<void>
  /** With the parsers of a tenant that was prepared. */
  parseLinesOf(tenantId: string): ParseLines
  /** Asks anew, of one tenant or of all. */
  forget(tenantId: string | null): void
}

interface Known {
  /** Versions, in order. */
  key: string
  until: number
}

/** Keeps the parsers that people wrote those that Postgres holds. Tenants with the same parsers share what is made of them. */
export function keepParsers(records: Records, log: Log, now: () => number = Date.now): KeptParsers {
  const packaged = indexParsers()
  const known = new Map<string, Known>()
  const parsers = new Map<string, Parser | undefined>()
  const lines = new Map<string, ParseLines>([['', parseLinesOf(packaged)]])

  async function ask(tenantIds: readonly string[]): Promise<void> {
    const inForce = await parsersInForce(records, grantScope(tenantIds))
    const ids = new Map<string, string[]>(tenantIds.map((tenantId) => [tenantId, []]))
    for (const { tenantId, versionId } of inForce) ids.get(tenantId)?.push(versionId)
    const missing = new Set(inForce.map(({ versionId }) => versionId).filter((id) => !parsers.has(id)))
    for (const version of await parserVersions(records, grantScope(tenantIds), [...missing]))
      parsers.set(version.versionId, compile(version))
    const until = now() + LIFE_MS
    let changed = false
    for (const [tenantId, versionIds] of ids) {
      const key = versionIds.join()
      const before = known.get(tenantId)
      changed ||= before !== undefined && before.key !== key
      known.set(tenantId, { key, until })
      if (!lines.has(key))
        lines.set(
          key,
          parseLinesOf(
            packaged,
            versionIds.flatMap((id) => parsers.get(id) ?? []),
          ),
        )
    }
    if (changed) dropUnused()
  }

  function compile({ versionId, name, version, definition = '' }: ParserVersion): Parser | undefined {
    const { parser, errors } = readMadeParser(definition)
    if (parser) return { ...parser, version }
    log.error(
      { versionId, name, version, errors },
      'a parser of a tenant is not used: this version cannot read it',
    )
    return undefined
  }

  function dropUnused(): void {
    const keys = new Set([...known.values()].map(({ key }) => key))
    for (const key of lines.keys()) if (key !== '' && !keys.has(key)) lines.delete(key)
    const used = new Set([...keys].flatMap((key) => key.split(',')))
    for (const id of parsers.keys()) if (!used.has(id)) parsers.delete(id)
  }

  return {
    async prepare(tenantIds) {
      const at = now()
      const due = tenantIds.filter((tenantId) => (known.get(tenantId)?.until ?? 0) <= at)
      if (due.length === 0) return
      try {
        await ask(due)
      } catch (error) {
        if (due.some((tenantId) => !known.has(tenantId))) throw error
        log.warn({ err: error }, 'parsers not read again: those before stay in force')
      }
    },
    parseLinesOf(tenantId) {
      const parseLines = lines.get(known.get(tenantId)?.key ?? 'unknown')
      if (!parseLines) throw new Error(`The parsers of tenant ${tenantId} were not prepared`)
      return parseLines
    },
    forget(tenantId) {
      for (const [id, entry] of known) if (tenantId === null || id === tenantId) entry.until = 0
    },
  }
}
