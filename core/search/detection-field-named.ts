import { type DetectionField, detectionFieldOf } from './detection-fields.ts'
import { fieldsOf } from './field-aliases.ts'

/** @param name as a search names a field @returns undefined for what only events have */
export function detectionFieldNamed(name: string): DetectionField | undefined {
  return fieldsOf(name)
    .map(detectionFieldOf)
    .find((field) => field !== undefined)
}
