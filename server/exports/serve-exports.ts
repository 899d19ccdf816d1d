import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SourceFamily } from '#core/detect/sources/log-sources'
import { UserError } from '#core/errors'
import type { Records } from '#core/records/create-records'
import { takeExportTicket } from '#core/records/export-tickets'
import { exportEvents } from '#core/store/queries/export-events'
import { type Store, untilLeft } from '#core/store/store'
import type { ReadSession } from '../graphql/graphql-context.ts'
import { createRights } from '../graphql/rights.ts'
import type { Session } from '../identity/session.ts'
import { type ExportQuestion, exportQuestionSchema } from '../questions/export-question.ts'
import { toEventQuery } from '../questions/to-event-query.ts'
import { foundInEvents } from './found-in-events.ts'
import { csvHeader, printCsv, USUAL_COLUMNS } from './print-csv.ts'
import { printNdjson } from './print-ndjson.ts'

/** Of one process: each holds a page of events, and one of the few statements that run side by side. */
const MOST_AT_ONCE = 4
const TYPES = { ndjson: 'application/x-ndjson', csv: 'text/csv; charset=utf-8' }

export interface ExportDeps {
  records: Records
  store: Store
  sessionOf: ReadSession
  logSources: readonly SourceFamily[]
}

/**
 * `GET /exports/TICKET`: streams what `exportEvents` asked for, once, to who asked. Events are read as fast as the answer is
 * taken, and no further when the reader leaves or the server closes.
 */
export function serveExports(
  app: FastifyInstance,
  { records, store, sessionOf, logSources }: ExportDeps,
): void {
  const running = new Set<AbortController>()
  app.addHook('preClose', async () => {
    for (const left of running) left.abort()
  })

  app.get<{ Params: { ticket: string } }>('/exports/:ticket', async (request, reply) => {
    const left = new AbortController()
    let lines: AsyncGenerator<string, void> | undefined
    reply.raw.once('close', () => {
      left.abort()
      running.delete(left)
      // Where nobody began to read, only this ends it.
      void lines?.return()
    })
    const session = await sessionOf(request.headers)
    if (!session) return refuse(request, reply, 401, 'UNAUTHENTICATED', 'Sign in, or send an API token')
    if (running.size >= MOST_AT_ONCE)
      return refuse(request, reply, 503, 'BUSY', 'Other exports are running: try again in a while')
    if (left.signal.aborted) return reply
    running.add(left)
    const question = await questionOf(request.params.ticket, session)
    if (!question) return refuse(request, reply, 404, 'NOT_FOUND', 'Nothing is here')
    lines = linesOf(request, question, session, untilLeft(store, left.signal))
    // What is wrong with the question shows at its first page: until then an error can be said.
    const first = await lines.next()
    const { format } = question
    reply.headers({
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="nightjar-events.${format}"`,
    })
    return reply.send(Readable.from(chain(first, lines), { objectMode: false }))
  })

  async function questionOf(secret: string, session: Session): Promise<ExportQuestion | undefined> {
    const kept = await takeExportTicket(records, { secret, holder: holderOf(session) })
    const question = kept && exportQuestionSchema.parse(kept)
    return question && maySee(session, question.tenantIds) ? question : undefined
  }

  async function* linesOf(
    request: FastifyRequest,
    question: ExportQuestion,
    session: Session,
    asked: Store,
  ): AsyncGenerator<string, void> {
    const { tenantIds, filter, now, format, most } = question
    const rights = createRights(session)
    const columns = format === 'csv' && question.columns.length === 0 ? USUAL_COLUMNS : question.columns
    const range = { from: BigInt(filter.range.from), to: BigInt(filter.range.to) }
    const query = { ...toEventQuery({ ...filter, range }, logSources), now: BigInt(now) }
    const audit = {
      audit: 'export',
      ...{ actor: holderOf(session), tenants: tenantIds, format, columns, filter, most },
    }
    request.log.info(audit, 'export of events begins')
    let rows = 0
    let ended = 'broken off'
    try {
      let head = format === 'csv' ? csvHeader(columns) : ''
      const scope = rights.scopeOf(tenantIds)
      for await (const events of exportEvents(asked, scope, query, most)) {
        const print = format === 'csv' ? printCsv : printNdjson
        const found = await foundInEvents(asked, scope, events, columns)
        const lines = events.map((event) => {
          const tenant = rights.membership(event.tenantId)?.slug ?? ''
          return print(columns, { event, tenant, detections: found.get(event.eventId) ?? [] })
        })
        // It may take minutes: a session or token that ends meanwhile ends it.
        if (!maySee(await sessionOf(request.headers), tenantIds))
          throw new UserError('FORBIDDEN', 'The right to these events is gone')
        rows += events.length
        yield head + lines.join('')
        head = ''
      }
      if (head !== '') yield head
      ended = 'complete'
    } finally {
      request.log.info({ ...audit, rows, ended }, 'export of events ended')
    }
  }
}

async function* chain(
  first: IteratorResult<string, void>,
  lines: AsyncGenerator<string, void>,
): AsyncGenerator<string, void> {
  if (!first.done) yield first.value
  yield* lines
}

function holderOf({ userId, apiToken }: Session): string {
  return userId ?? apiToken?.tokenId ?? ''
}

/** Rights may have gone since it was asked. */
function maySee(session: Session | undefined, tenantIds: readonly string[]): boolean {
  const { membership } = createRights(session)
  return tenantIds.every((tenantId) => membership(tenantId))
}

function refuse(request: FastifyRequest, reply: FastifyReply, status: number, code: string, message: string) {
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  if (status === 503) reply.header('retry-after', 30)
  return reply.code(status).send({ error: { code, message, requestId: request.id } })
}
