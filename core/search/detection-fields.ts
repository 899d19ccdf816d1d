/** What of the detections of an event a field means; events may carry these fields themselves, too. */
interface DetectionField {
  column: string
  kind: 'text' | 'list' | 'level'
}

const FIELDS: Readonly<Record<string, DetectionField>> = {
  'rule.name': { column: 'rule_title', kind: 'text' },
  'rule.id': { column: 'rule_id', kind: 'text' },
  'rule.level': { column: 'level', kind: 'level' },
  'threat.technique.id': { column: 'attack', kind: 'list' },
  'threat.technique.subtechnique.id': { column: 'attack', kind: 'list' },
  'threat.tactic.id': { column: 'attack', kind: 'list' },
}

/** @returns undefined for what only events have */
export function detectionFieldOf(field: string): DetectionField | undefined {
  return Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined
}

export const DETECTION_FIELDS: readonly string[] = Object.keys(FIELDS)

/** Which of the ids in one list a field means. */
const IDS: Readonly<Record<string, string>> = {
  'threat.technique.id': "NOT startsWith(id, 'TA')",
  'threat.technique.subtechnique.id': "position(id, '.') > 0",
  'threat.tactic.id': "startsWith(id, 'TA')",
}

/** Values of a field in a row of `detections`, as SQL of type Array(String); undefined for what only events have. */
export function detectedTexts(field: string): string | undefined {
  const known = detectionFieldOf(field)
  if (known === undefined) return undefined
  const texts =
    known.kind === 'list' ? `arrayFilter(id -> ${IDS[field]}, ${known.column})` : `[${known.column}]`
  return `CAST(${texts}, 'Array(String)')`
}
