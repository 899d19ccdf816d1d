import { detectionFieldNamed } from './detection-field-named.ts'
import type { StoredValues } from './stored-values.ts'

/**
 * Values of a field and, where rules find such, what they found: a list beside the columns of the event (`eventsDetected`).
 * @param name as a search names the field
 * @param detected takes in which list that is
 */
export function withDetected(
  name: string,
  values: StoredValues,
  detected: Map<string, string>,
): StoredValues {
  const found = detectionFieldNamed(name)?.texts
  if (found === undefined) return values
  const column = `detected${detected.size}`
  detected.set(column, found)
  const list = `arrayDistinct(arrayConcat(${values.list ?? '[]'}, ${column}))`
  return { type: 'text', one: undefined, number: undefined, list, odd: undefined }
}
