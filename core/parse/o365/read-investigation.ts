import type { Fields } from '../../event/event.ts'
import { decodeObject } from '../cloud/decode-object.ts'
import { listOf } from '../cloud/list-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import type { JsonObject } from '../parser.ts'

const MAX_ENTITIES = 500

/** Automated investigations of Defender for Office: the alert that began them is JSON in `Data`. */
export function readInvestigation(fields: Fields, record: JsonObject): void {
  const alert = decodeObject(record.Data)
  setText(fields, 'event.start', record.StartTimeUtc ?? alert.StartTimeUtc)
  setText(fields, 'event.end', record.EndTimeUtc ?? record.LastUpdateTimeUtc ?? alert.EndTimeUtc)
  setText(fields, 'rule.name', alert.AlertDisplayName)
  setText(fields, 'rule.description', alert.Description)
  setText(fields, 'log.level', alert.Severity)
  setText(fields, 'message', record.InvestigationName)
  const entities = listOf(alert.Entities).slice(0, MAX_ENTITIES).map(objectOf)
  const texts = (pick: (entity: JsonObject) => unknown): string[] => [
    ...new Set(entities.map((entity) => textOf(pick(entity))).filter((text) => text !== undefined)),
  ]
  const to = texts(({ Recipient }) => Recipient)
  const from = texts(({ Sender }) => Sender)
  if (to.length > 0) fields['email.to.address'] = to
  if (from.length > 0) fields['email.from.address'] = from
  const urls = entities.map(({ Urls }) => textOf(listOf(Urls)[0]))
  setText(
    fields,
    'url.original',
    urls.find((url) => url !== undefined),
  )
}
