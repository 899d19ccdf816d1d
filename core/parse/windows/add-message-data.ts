import type { Fields } from '../../event/event.ts'
import type { FieldMap } from '../fields/field-setters.ts'
import { readMessage, readSysmonMessage } from './read-message.ts'
import { addEventData, dataName } from './windows-event.ts'

const READERS: ReadonlyMap<string, (message: string, code: string) => Map<string, string>> = new Map([
  ['Microsoft-Windows-Security-Auditing', readMessage],
  ['Microsoft-Windows-Sysmon', readSysmonMessage],
])

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
