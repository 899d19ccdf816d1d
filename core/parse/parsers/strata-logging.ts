import type { Scalar } from '../../event/event.ts'
import { printScalar } from '../json/print-scalar.ts'
import { COLUMN_SETTERS } from '../panos/column-setters.ts'
import { finishSession } from '../panos/finish-session.ts'
import { setSpan } from '../panos/set-span.ts'
import { startPanosEvent } from '../panos/start-panos-event.ts'
import { strataColumn } from '../panos/strata-names.ts'
import type { JsonObject, Line, ParseContext, Parsed, Parser } from '../parser.ts'
import type { Clock } from '../time/local-time.ts'
import { parseAnyTime } from '../time/parse-any-time.ts'

const MAX_FIELDS = 500
const NAME = /^[\w-]{1,64}$/
/** When the firewall saw it comes before when the service received it. */
const TIMES = ['TimeGenerated', 'EventTime', 'TimeReceived', 'LogTime']

function timeOf(json: JsonObject, clock: number | Clock): bigint | undefined {
  for (const name of TIMES) {
    const time = parseAnyTime(json[name], clock)
    if (time !== undefined) return time
  }
  return undefined
}

const typeOf = (json: JsonObject): string => printScalar(json.LogType).replaceAll('-', '').toUpperCase()

const isBlank = (value: unknown): boolean => value === null || value === '' || value === undefined

function parse({ json }: Line, context: ParseContext): Parsed | undefined {
  if (json === undefined || typeof json.LogType !== 'string') return undefined
  const fields = startPanosEvent(typeOf(json))
  const subtype = json.Subtype ?? json.SubType ?? json.LogSubtype
  if (typeof subtype === 'string' && subtype !== '') fields['panw.panos.sub_type'] = subtype
  let count = 0
  for (const name in json) {
    const value = json[name]
    if (isBlank(value) || typeof value === 'object' || ++count > MAX_FIELDS) continue
    const column = strataColumn(name)
    const scalar = value as Scalar
    if (column === undefined) {
      if (NAME.test(name)) fields[`panw.panos.${name}`] = scalar
      continue
    }
    const set = Object.hasOwn(COLUMN_SETTERS, column) ? COLUMN_SETTERS[column] : undefined
    if (set !== undefined) set(fields, scalar)
    else fields[`panw.panos.${column}`] = scalar
  }
  setSpan(fields, context)
  finishSession(fields)
  return { time: timeOf(json, context), fields }
}

export const parser: Parser = {
  name: 'strata-logging',
  reads: 'Palo Alto Networks logs as JSON of Strata Logging Service (Cortex Data Lake, Prisma Access)',
  version: 1,
  clues: [
    { json: ['DeviceSN', 'LogType'] },
    { json: ['LogSourceID', 'LogType'] },
    { json: ['VirtualLocation', 'LogType'] },
    { json: ['VirtualSystem', 'LogType'] },
    { json: ['FromZone', 'LogType'] },
  ],
  parse,
  samples: [
    '{"TimeReceived":"2026-03-10T12:00:05.000000Z","DeviceSN":"001122334455667","LogType":"THREAT","Subtype":"vulnerability","TimeGenerated":"2026-03-10T12:00:00.000000Z","SourceAddress":"203.0.113.9","DestinationAddress":"10.0.0.7","NATSource":"","Rule":"in","SourceUser":"example\\\\anna","Application":"ssh","FromZone":"untrust","ToZone":"trust","SourcePort":52000,"DestinationPort":22,"Protocol":"tcp","Action":"reset-both","FileName":null,"ThreatID":"SSH User Authentication Brute Force Attempt(40015)","VendorSeverity":"High","DirectionOfAttack":"client to server","DeviceName":"fw01"}',
    '{"LogSourceID":"001122334455667","LogSourceName":"fw01","LogType":"SYSTEM","Subtype":"general","EventName":"general","EventTime":"2026-03-10T12:00:00.000000Z","LogTime":"2026-03-10T12:00:01.000000Z","EventDescription":"Auto update done","VendorSeverity":"Informational"}',
  ],
}
