import { UserError } from '#core/errors'
import type { MadeParserError } from '#core/parse/made/read-made-parser'
import type { Parser } from '#core/parse/parser'
import type { Records } from '#core/records/create-records'
import { listParsers } from '#core/records/parsers/list-parsers'
import type { ParserOwner, ParserVersion } from '#core/records/parsers/parser-version'
import { saveParser } from '#core/records/parsers/save-parser'
import { getTenants, listTenants } from '#core/records/tenants'
import type { Signals } from '#core/signals/signals'
import type { TenantScope } from '#core/tenant/tenant-scope'
import type { QueryBudget } from '../query-budget.ts'
import type { Rights } from '../rights.ts'
import { checkDefinition, packagedParsers, tryDefinition } from './try-definition.ts'

const MOST_LINES = 50
const MOST_CHARACTERS = 200_000

export type ParserVersionParent = ParserVersion

/** The version in force, and those before it. */
export interface ParserParent extends ParserVersion {
  definition: string
  history: readonly ParserVersion[]
}

interface Change {
  tenantId: string
  forAll: boolean
  basedOn: number | undefined
  /** Id of the person or API token. */
  by: string
}

export interface ParserService {
  /** Of a tenant and for all, by name. @throws UserError NOT_FOUND */
  list(tenantId: string): Promise<ParserParent[]>
  packaged(): readonly Parser[]
  /** @throws UserError NOT_FOUND, BAD_USER_INPUT for too much at once */
  test(
    tenantId: string,
    definition: string,
    lines: readonly string[],
  ): { mistakes: MadeParserError[]; readings: ReturnType<typeof tryDefinition> }
  /** @returns the parser, or what is wrong with its definition. @throws UserError */
  save(
    change: Change & { definition: string },
  ): Promise<{ parser: ParserParent } | { mistakes: MadeParserError[] }>
  /** @throws UserError */
  retire(change: Change & { name: string }): Promise<{ name: string }>
}

interface ParserDeps {
  records: Records
  signals: Signals
  rights: Rights
  budget: QueryBudget
}

export function createParserService({ records, signals, rights, budget }: ParserDeps): ParserService {
  async function list(tenantId: string, name?: string): Promise<ParserParent[]> {
    const scope = rights.require(tenantId, 'reader')
    budget.spend()
    return inForce(await listParsers(records, scope, name))
  }

  /** Whose parser it becomes, and the key to it. @throws UserError FORBIDDEN, NOT_FOUND */
  async function place({ tenantId, forAll }: Change): Promise<{ owner: ParserOwner; scope: TenantScope }> {
    const scope = rights.require(tenantId, 'analyst')
    if (!forAll) return { owner: { tenantId }, scope }
    const [tenant] = await getTenants(records, scope)
    if (!tenant) throw new UserError('NOT_FOUND', 'There is no such tenant')
    const { organizationId } = tenant
    const all = (await listTenants(records, organizationId)).map((one) => one.tenantId)
    if (all.some((id) => rights.membership(id)?.role !== 'admin'))
      throw new UserError(
        'FORBIDDEN',
        'A parser for all takes the role admin in every tenant of the organization',
      )
    return { owner: { organizationId }, scope: rights.scopeOf(all) }
  }

  async function change(given: Change, name: string, definition: string | undefined): Promise<ParserVersion> {
    const { owner, scope } = await place(given)
    const { basedOn, by } = given
    const saved = await saveParser(records, scope, { owner, name, definition, basedOn, savedBy: by })
    await signals.publish('parsersChanged', { tenantId: given.forAll ? null : given.tenantId })
    return saved
  }

  return {
    list: (tenantId) => list(tenantId),
    packaged: () => packagedParsers,
    test(tenantId, definition, lines) {
      rights.require(tenantId, 'reader')
      budget.spend()
      const characters = lines.reduce((sum, line) => sum + line.length, 0)
      if (lines.length > MOST_LINES || characters > MOST_CHARACTERS)
        throw new UserError(
          'BAD_USER_INPUT',
          `Try at most ${MOST_LINES} lines with ${MOST_CHARACTERS} characters together`,
        )
      const { parser, errors } = checkDefinition(definition)
      return { mistakes: errors, readings: parser ? tryDefinition(parser, lines, Date.now()) : [] }
    },
    async save({ definition, ...given }) {
      rights.require(given.tenantId, 'analyst')
      const { parser, errors } = checkDefinition(definition)
      if (!parser) return { mistakes: errors }
      const { versionId } = await change(given, parser.name, definition)
      const saved = (await list(given.tenantId, parser.name)).find((one) => one.versionId === versionId)
      if (!saved) throw new UserError('CONFLICT', `Somebody saved ${parser.name} meanwhile`)
      return { parser: saved }
    },
    async retire({ name, ...given }) {
      await change(given, name, undefined)
      return { name }
    },
  }
}

/** @param versions by name, the newest first */
function inForce(versions: readonly ParserVersion[]): ParserParent[] {
  const byOwner = new Map<string, ParserVersion[]>()
  for (const version of versions) {
    const key = `${'tenantId' in version.owner} ${version.name}`
    byOwner.set(key, [...(byOwner.get(key) ?? []), version])
  }
  return [...byOwner.values()].flatMap(([newest, ...history]) =>
    newest?.definition === undefined ? [] : { ...newest, definition: newest.definition, history },
  )
}
