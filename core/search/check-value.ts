import { SEVERITY_LEVELS } from '../event/detection.ts'
import { detectionFieldOf } from './detection-fields.ts'
import { plainText } from './read-pattern.ts'
import { type Reader, report } from './reader.ts'
import { storageOf } from './search-fields.ts'
import type { SearchNode } from './search-node.ts'
import { timeSpanOf } from './time-span-of.ts'

/** Whether a field can have such a value at all. Reports it where it cannot. */
export function checkValue(reader: Reader, node: SearchNode, from: number): SearchNode | undefined {
  if (!('field' in node) || node.field === undefined || reader.columns !== undefined) return node
  if (storageOf(node.field).kind === 'time') return checkTime(reader, node, from)
  if (node.kind !== 'range' || detectionFieldOf(node.field)?.kind !== 'level') return node
  const names: readonly string[] = SEVERITY_LEVELS
  const wrong = [node.low, node.high].find((bound) => bound && !names.includes(bound.value.toLowerCase()))
  if (wrong === undefined) return node
  return report(reader, {
    message: `${wrong.value} is not a level`,
    from,
    to: reader.at,
    hint: `Levels are ${names.join(', ')}`,
  })
}

function checkTime(reader: Reader, node: SearchNode, from: number): SearchNode | undefined {
  if (node.kind === 'exists') return node
  const place = { from, to: reader.at, hint: 'Write 2026-11-27, 2026-11-27T10:20:30Z, now-1h or now/d' }
  if (node.kind !== 'is' && node.kind !== 'range')
    return report(reader, { message: 'A time is compared with times only', ...place })
  const texts =
    node.kind === 'is'
      ? [plainText(node.pattern) ?? reader.text.slice(from, reader.at)]
      : [node.low?.value, node.high?.value].filter((value) => value !== undefined)
  const wrong = texts.find((text) => timeSpanOf(text, 0n) === undefined)
  return wrong === undefined ? node : report(reader, { message: `${wrong} is not a time`, ...place })
}
