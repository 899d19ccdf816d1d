import { detectionFieldOf } from './detection-fields.ts'
import { fieldsOf } from './field-aliases.ts'
import { plainText } from './read-pattern.ts'
import { regexWords } from './regex-words.ts'
import { FILTERED_FIELDS, storageOf } from './search-fields.ts'
import type { SearchNode } from './search-node.ts'
import { isAscii, wholeWords } from './words.ts'

interface Finding {
  /** The condition, about as it is written. */
  condition: string
  why: string
  /** What would be faster. */
  hint?: string
}

export interface SearchExplanation {
  /** `some`: an index leaves stretches of rows; `all`: each row of the tenants in the time range is looked at. */
  scans: 'some' | 'all'
  /** What is read of the rows looked at: columns of the table `events`. */
  reads: readonly string[]
  /** What lets the engine pass over rows. */
  narrowed: readonly Finding[]
  /** What it cannot pass over. */
  slow: readonly Finding[]
}

const MISSING = 'An index says where a value is, not where it is missing, so each event is asked'

/** What a search reads and why it may be slow. The tenant and the time range always narrow, and stand in no list. */
export function explainSearch(tree: SearchNode | undefined): SearchExplanation {
  const reads = new Set<string>()
  const narrowed: Finding[] = []
  const slow: Finding[] = []

  /** Whether rows that the condition does not hold for are passed over. */
  function narrows(node: SearchNode, isNegated: boolean): boolean {
    switch (node.kind) {
      case 'and':
        return node.nodes.map((child) => narrows(child, isNegated)).some((does) => does)
      case 'or':
        return node.nodes.map((child) => narrows(child, isNegated)).every((does) => does)
      case 'not':
        narrows(node.node, true)
        return false
      default: {
        const { finding, does } = look(node, reads)
        if (isNegated) {
          slow.push({ condition: `not ${finding.condition}`, why: MISSING })
          return false
        }
        if (does) narrowed.push(finding)
        else slow.push(finding)
        return does
      }
    }
  }

  const scans = tree !== undefined && narrows(tree, false) ? 'some' : 'all'
  return {
    scans,
    reads: [...reads].sort(),
    narrowed,
    slow: scans === 'some' && narrowed.length > 0 ? rest(slow) : slow,
  }

  /** Once something else narrows, what only reads a column of the rest costs little. */
  function rest(findings: readonly Finding[]): Finding[] {
    return findings.filter(({ hint }) => hint !== undefined)
  }
}

type Leaf = Exclude<SearchNode, { kind: 'and' | 'or' | 'not' }>

function look(node: Leaf, reads: Set<string>): { finding: Finding; does: boolean } {
  if (node.kind === 'words' || (node.kind === 'regex' && node.field === undefined)) {
    reads.add('raw').add('message_text')
    return lookAtProse(node)
  }
  const field = node.field ?? 'raw'
  const findings = fieldsOf(field).map((each) => lookAtField({ ...node, field: each }, field, reads))
  if (detectionFieldOf(field) !== undefined) reads.add('detections')
  return findings.find(({ does }) => !does) ?? (findings[0] as { finding: Finding; does: boolean })
}

function lookAtField(
  node: Exclude<Leaf, { kind: 'words' }> & { field: string },
  written: string,
  reads: Set<string>,
): { finding: Finding; does: boolean } {
  const { field } = node
  const storage = storageOf(field)
  const condition = written
  if (detectionFieldOf(field) !== undefined)
    return { finding: { condition, why: 'Detections know the times of their events' }, does: true }
  if (storage.kind === 'map') reads.add('fields').add('odd')
  else {
    reads.add(storage.column)
    if (storage.kind !== 'time' && storage.kind !== 'own' && storage.column !== 'raw') reads.add('unfit')
  }
  if (storage.kind === 'prose' && (node.kind === 'is' || (node.kind === 'regex' && storage.column === 'raw')))
    return lookAtProse(node)
  if (storage.kind === 'time' && storage.column === 'event_time' && node.kind !== 'exists')
    return { finding: { condition, why: 'Events are kept in the order of their time' }, does: true }
  if (storage.kind === 'map') {
    const plain = node.kind === 'is' ? plainText(node.pattern) : undefined
    if (plain !== undefined && isAscii(plain))
      return { finding: { condition, why: `A filter knows the whole values of ${field}` }, does: true }
    const why =
      field === written
        ? `${field} has no column: where events have it, all fields without one are read`
        : `${written} also stands for ${field}, which has no column`
    const column = fieldsOf(written).find((each) => storageOf(each).kind !== 'map')
    const hint =
      column === undefined
        ? 'Write the whole value, or add a word that stands in the line'
        : `Write ${column}`
    return { finding: { condition, why, hint }, does: false }
  }
  if (node.kind !== 'is' || !FILTERED_FIELDS.has(field))
    return { finding: { condition, why: `The column of ${field} is read for each event` }, does: false }
  const plain = plainText(node.pattern)
  if (plain === undefined)
    return {
      finding: {
        condition,
        why: 'A filter knows whole values, none with wildcards',
        hint: 'Write the whole value, or add a word that stands in the line',
      },
      does: false,
    }
  if (plain === '' || !isAscii(plain))
    return { finding: { condition, why: `The filter of ${field} knows ASCII only` }, does: false }
  return { finding: { condition, why: `${field} has a filter for whole values` }, does: true }
}

function lookAtProse(node: Leaf): { finding: Finding; does: boolean } {
  const pattern = node.kind === 'words' || node.kind === 'is' ? node.pattern : []
  const words = node.kind === 'regex' ? regexWords(node.regex) : wholeWords(pattern)
  const condition =
    node.kind === 'regex'
      ? `/${node.regex}/`
      : pattern.map((part) => (typeof part === 'string' ? part : part.text)).join('')
  if (words.length > 0)
    return { finding: { condition, why: `The text index knows ${words.join(', ')}` }, does: true }
  const why =
    node.kind === 'regex'
      ? 'The expression holds no whole word, so each line is read'
      : 'There is no whole ASCII word to look up, so each line is read'
  const hint =
    node.kind === 'regex'
      ? 'Write spaces around a word in it, or add the word beside it'
      : 'Write a word to its end, or add another one'
  return { finding: { condition, why, hint }, does: false }
}
