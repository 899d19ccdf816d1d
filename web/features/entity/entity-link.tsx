import { FileUser } from 'lucide-react'
import Link from 'next/link'
import type { EntityKind } from '../../graphql/generated/graphql.ts'
import { ENTITY_KINDS } from '../graph/entity-kinds.ts'
import styles from './entity-link.module.css'

/** A button that leads from a value to the page of the entity that it names. */
export function EntityLink({ address, kind }: { address: string; kind: EntityKind }) {
  const label = `The page of this ${ENTITY_KINDS[kind].one}`
  return (
    <Link href={address} prefetch={false} className={styles.link} aria-label={label} title={label}>
      <FileUser size={14} aria-hidden="true" />
    </Link>
  )
}
