import { indexParsers } from '#core/parse/index-parsers'
import { readMadeParser } from '#core/parse/made/read-made-parser'
import { type ParseLine, parseLineOf } from '#core/parse/parse-line'
import type { Records } from '#core/records/create-records'
import { parsersInForce, parserVersions } from '#core/records/parsers/parsers-in-force'
import type { TenantScope } from '#core/tenant/tenant-scope'

const packaged = indexParsers()

/** What reads the lines of a tenant today: its own parsers, those for all, and ours. */
export async function parseLineFor(records: Records, scope: TenantScope): Promise<ParseLine> {
  const inForce = await parsersInForce(records, scope)
  const versions = await parserVersions(
    records,
    scope,
    inForce.map(({ versionId }) => versionId),
  )
  const byId = new Map(versions.map((version) => [version.versionId, version]))
  const own = inForce.flatMap(({ versionId }) => {
    const version = byId.get(versionId)
    const { parser } = readMadeParser(version?.definition ?? '')
    return parser && version ? { ...parser, version: version.version } : []
  })
  return parseLineOf(packaged, own)
}
