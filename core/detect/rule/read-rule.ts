import { entityKind } from '../entity-kind.ts'
import type { ActedDocument } from './apply-actions.ts'
import { readDetection } from './read-detection.ts'
import { readLogSource } from './read-log-source.ts'
import { readMetadata } from './read-metadata.ts'
import { readText } from './read-texts.ts'
import type { Reading } from './reading.ts'
import type { SigmaRule } from './sigma-rule.ts'
import { nodeOf, type YamlMap } from './yaml-node.ts'

/** A rule document; undefined after a reported error of its detection. */
export function readRule(
  root: YamlMap,
  { index, offset, text }: ActedDocument,
  file: string,
  reading: Reading,
): SigmaRule | undefined {
  const metadata = readMetadata(root, { file, line: reading.place({ offset }).line, text }, index, reading)
  const logSource = readLogSource(root, reading)
  const entityField = readEntity(root, reading)
  const detection = nodeOf(root, 'detection')
  if (detection?.kind !== 'map') {
    const message = detection ? 'detection must be a map' : 'the rule has no detection'
    reading.report(detection ?? root, message, 'add detection: with a selection and a condition')
    return undefined
  }
  const condition = readDetection(detection, reading)
  return condition && { ...metadata, logSource, entityField, condition }
}

function readEntity(root: YamlMap, reading: Reading): string | undefined {
  const field = readText(root, 'entity', reading)
  if (field === undefined || entityKind(field)) return field
  const mend = 'use host.name, user.name, source.ip or a *.domain field'
  reading.report(nodeOf(root, 'entity') ?? root, `${field} is not a field that names an entity`, mend)
  return undefined
}
