import { printTime } from '#core/event/print-time'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { columnValue, type ExportedEvent } from './column-value.ts'

/** A line of JSON, with its end: the columns an event has, or all of it where none is named. */
export function printNdjson(columns: readonly string[], exported: ExportedEvent): string {
  const line = columns.length > 0 ? columnsOf(columns, exported) : wholeOf(exported)
  return `${JSON.stringify(line)}\n`
}

function columnsOf(columns: readonly string[], exported: ExportedEvent): Record<string, unknown> {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const value = columnValue(column, exported)
      return value === undefined ? [] : [[column, value]]
    }),
  )
}

/** As `nightjar search` prints it, but for its source: names of sources change. */
function wholeOf({ event, tenant, detections }: ExportedEvent): Record<string, unknown> {
  const { tenantId, eventId, time, received, sourceId, site, parser, raw, fields } = event
  return {
    id: encodeGlobalId({ type: 'Event', tenantId, id: eventId, time }),
    time: printTime(time),
    received: printTime(BigInt(received) * 1_000_000n),
    ...{ tenant, source: sourceId, site, parser, raw, fields },
    detections: detections.map(({ ruleId, ruleTitle, level, attack, shadow }) => {
      return { ruleId, ruleTitle, level, attack, shadow }
    }),
  }
}
