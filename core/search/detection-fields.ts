import type { Detection } from '../event/detection.ts'

/** What of the detections of an event a field means; events may carry these fields themselves, too. */
export interface DetectionField {
  column: string
  kind: 'text' | 'list' | 'level'
  /** Values in a row of `detections`, as SQL of type Array(String). */
  texts: string
  read(detection: Detection): readonly string[]
}

function idsWhere(sql: string, isMeant: (id: string) => boolean): DetectionField {
  return {
    column: 'attack',
    kind: 'list',
    texts: `arrayFilter(id -> ${sql}, CAST(attack, 'Array(String)'))`,
    read: ({ attack }) => attack.filter(isMeant),
  }
}

const text = (column: string) => `[toString(${column})]`

const FIELDS: Readonly<Record<string, DetectionField>> = {
  'rule.name': {
    ...{ column: 'rule_title', kind: 'text', texts: text('rule_title') },
    read: ({ ruleTitle }) => [ruleTitle],
  },
  'rule.id': {
    ...{ column: 'rule_id', kind: 'text', texts: text('rule_id') },
    read: ({ ruleId }) => [ruleId],
  },
  'rule.level': { ...{ column: 'level', kind: 'level', texts: text('level') }, read: ({ level }) => [level] },
  'threat.technique.id': idsWhere("NOT startsWith(id, 'TA')", (id) => !id.startsWith('TA')),
  'threat.technique.subtechnique.id': idsWhere("position(id, '.') > 0", (id) => id.includes('.')),
  'threat.tactic.id': idsWhere("startsWith(id, 'TA')", (id) => id.startsWith('TA')),
}

/** @returns undefined for what only events have */
export function detectionFieldOf(name: string): DetectionField | undefined {
  const field = name.toLowerCase()
  return Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined
}

export const DETECTION_FIELDS: readonly string[] = Object.keys(FIELDS)
