'use client'

import { CircleMinus, CirclePlus, Ellipsis, Pin } from 'lucide-react'
import { CopyButton } from '../../ui/copy-button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { dayAround } from '../ask/day-around.ts'
import { entityAddress } from '../entity/entity-address.ts'
import { EntityLink } from '../entity/entity-link.tsx'
import { entityOfField } from '../graph/entity-of-field.ts'
import { useValueActions } from '../search/value-actions.ts'
import styles from './event-fields.module.css'
import type { FullEvent } from './use-event.ts'

export interface ShownField {
  name: string
  text: string
  /** Of several values the first. */
  first: string
  pinned: boolean
}

interface FieldActionsProps {
  event: Pick<FullEvent, 'fields' | 'tenant' | 'time'>
  field: ShownField
  onFilter: ((field: string, value: string, without: boolean) => void) | undefined
  onPin: (name: string) => void
  onMore: (field: ShownField, button: HTMLElement) => void
}

/** What can be done with a field's value: they show on hover and on focus. */
export function FieldActions({ event, field, onFilter, onPin, onMore }: FieldActionsProps) {
  const actions = useValueActions()
  const { name, text, first, pinned } = field
  const state = actions?.stateOf(name, first)
  const entity = entityOfField(name, first, event.fields)
  const filter = (of: 'in' | 'out') =>
    state === of ? actions?.narrow(name, first, 'off') : onFilter?.(name, first, of === 'out')
  return (
    <div className={styles.actions}>
      {onFilter ? (
        <>
          <IconButton
            label={`Filter for this ${name}`}
            aria-pressed={state === 'in'}
            onClick={() => filter('in')}
          >
            <CirclePlus size={14} aria-hidden="true" />
          </IconButton>
          <IconButton
            label={`Filter out this ${name}`}
            aria-pressed={state === 'out'}
            onClick={() => filter('out')}
          >
            <CircleMinus size={14} aria-hidden="true" />
          </IconButton>
        </>
      ) : null}
      <IconButton label={`Pin ${name} to the top`} aria-pressed={pinned} onClick={() => onPin(name)}>
        <Pin size={13} aria-hidden="true" fill={pinned ? 'currentColor' : 'none'} />
      </IconButton>
      {entity ? (
        <EntityLink
          address={entityAddress(`/t/${event.tenant.slug}`, entity, dayAround(event.time))}
          kind={entity.kind}
        />
      ) : null}
      <CopyButton text={text} label={`Copy ${name}`} />
      {actions ? (
        <IconButton
          label={`More for this ${name}`}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => onMore(field, currentTarget)}
        >
          <Ellipsis size={14} aria-hidden="true" />
        </IconButton>
      ) : null}
    </div>
  )
}
