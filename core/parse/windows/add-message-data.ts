import type { Fields } from '../../event/event.ts'
import type { FieldMap } from '../fields/field-setters.ts'
import { readMessage, readSysmonMessage } from './read-message.ts'
import { readLabels, readTags } from './read-text-data.ts'
import { addEventData, dataName } from './windows-event.ts'

const READERS: ReadonlyMap<string, (message: string, code: string) => Map<string, string>> = new Map([
  ['Microsoft-Windows-Security-Auditing', readMessage],
  ['Microsoft-Windows-Sysmon', readSysmonMessage],
  ['AD FS Auditing', readTags],
  ['Microsoft-Windows-SMBServer', readLabels],
  ['Microsoft-Windows-ActiveDirectory_DomainService', readLabels],
  ['TermDD', readLabels],
])

const OWN_DATA: ReadonlySet<string> = new Set([
  'Microsoft-Windows-Security-Auditing',
  'Microsoft-Windows-Sysmon',
])

/** Whether a provider writes no data, or some shippers none of it: all that it says stands in the text. */
export const isTextOnly = (provider: string): boolean => READERS.has(provider) && !OWN_DATA.has(provider)

/** The data that stand in the text alone; what the event itself gave stays. */
export function addMessageData(
  fields: Fields,
  map: FieldMap | undefined,
  provider: string,
  code: string,
  message: string,
): void {
  const read = READERS.get(provider)
  if (read === undefined) return
  for (const [name, value] of read(message, code))
    if (fields[dataName(name)] === undefined) addEventData(fields, map, name, value)
}
