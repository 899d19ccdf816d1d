import type { Fields } from '../../event/event.ts'
import { listOf } from '../cloud/list-of.ts'
import { objectOf } from '../cloud/object-of.ts'
import { setText } from '../cloud/set-text.ts'
import { textOf } from '../cloud/text-of.ts'
import type { JsonObject } from '../parser.ts'
import { setUrl } from '../web/set-url.ts'

function setUrlOf(fields: Fields, value: unknown): void {
  const url = textOf(value)
  if (url === undefined || !/^https?:\/\//i.test(url.slice(0, 8))) return
  setUrl(fields, url)
  fields['url.full'] = url
  fields['url.port'] ??= url.startsWith('https') ? 443 : 80
}

/** Files of SharePoint, OneDrive and Yammer; links in messages of Teams; items of mailboxes. */
export function readFile(fields: Fields, record: JsonObject): void {
  setText(fields, 'file.name', record.SourceFileName ?? record.FileName)
  setText(fields, 'file.extension', record.SourceFileExtension)
  setText(fields, 'file.directory', record.SourceRelativeUrl)
  setUrlOf(fields, fields['url.original'] ?? record.ObjectId)
  if (fields['url.original'] === undefined) setUrlOf(fields, listOf(record.MessageURLs)[0])
  setText(fields, 'process.name', record.ClientProcessName)
  setText(fields, 'group.name', record.GroupName ?? record.TeamName)
  const item = objectOf(record.Item ?? record.AffectedItems)
  setText(fields, 'email.subject', item.Subject)
  setText(fields, 'email.message_id', item.InternetMessageId)
  if (record.RecordType !== 43) return
  setText(fields, 'email.sender.address', record.Sender)
  setText(fields, 'email.subject', record.ItemName)
  const to = listOf(record.Receivers).filter((one) => typeof one === 'string')
  if (to.length > 0) fields['email.to.address'] = to
}
