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
