import { LEVELS } from '../../ui/level.ts'
import { ENTITY_KINDS } from './entity-kinds.ts'
import type { CollectionNode } from './picture.ts'

export function collectionNode(
  of: Omit<CollectionNode, 'is' | 'label' | 'isInternal' | 'level'>,
): CollectionNode {
  return {
    ...of,
    is: 'collection',
    label: `${of.entities} ${ENTITY_KINDS[of.kind][of.entities === 1 ? 'one' : 'many']}`,
    isInternal: of.members.length > 0 && of.members.every(({ isInternal }) => isInternal),
    level: LEVELS.find((level) => of.members.some((member) => member.level === level)),
  }
}
