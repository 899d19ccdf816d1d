'use client'

import {
  Ban,
  BarChart3,
  CircleMinus,
  CirclePlus,
  Clock,
  Columns3,
  Copy,
  Crosshair,
  FileUser,
  Search,
  Undo2,
} from 'lucide-react'
import { useRouter } from 'next/navigation'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import menu from '../../ui/menu.module.css'
import { useToast } from '../../ui/toasts.tsx'
import { entityAddress } from '../entity/entity-address.ts'
import { ENTITY_KINDS } from '../graph/entity-kinds.ts'
import { entityOfField } from '../graph/entity-of-field.ts'
import { useScope } from '../shell/scope.tsx'
import { useCarried } from '../shell/use-carried.ts'
import { TIME } from './columns.ts'
import { useValueActions } from './value-actions.ts'
import styles from './value-menu.module.css'

/** A search has at most so many characters; a value that is much of it is better copied. */
const LONGEST = 1_000
const ICON = { size: 14, 'aria-hidden': true } as const

interface ItemProps {
  icon: ReactNode
  onSelect: () => void
  children: ReactNode
}

function Item({ icon, onSelect, children }: ItemProps) {
  return (
    <DropdownMenu.Item className={menu.item} onSelect={onSelect}>
      {icon}
      {children}
    </DropdownMenu.Item>
  )
}

interface ValueMenuItemsProps {
  field: string
  value: string
  /** The event that has it, where it is of one. */
  event?: { fields: Readonly<Record<string, unknown>>; tenant?: { slug: string } | null }
}

/** What a menu of a value holds: the same wherever the value stands. */
export function ValueMenuItems({ field, value, event }: ValueMenuItemsProps) {
  const actions = useValueActions()
  const toast = useToast()
  const router = useRouter()
  const { tenant } = useScope()
  const carried = useCarried(['range'])
  const slug = event?.tenant?.slug ?? tenant?.slug
  const entity = slug === undefined ? undefined : entityOfField(field, value, event?.fields)
  const state = actions?.stateOf(field, value)
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => toast({ text: `Copied ${field}` }),
      () => toast({ text: 'The browser does not let the page copy' }),
    )
  }
  const narrows = actions && value.length <= LONGEST && field !== TIME
  return (
    <>
      <DropdownMenu.Label className={menu.label}>
        <span className={styles.field}>{field}</span>
        <span className={styles.value}>{value || '(empty)'}</span>
      </DropdownMenu.Label>
      {narrows ? (
        <>
          {state ? (
            <Item icon={<Undo2 {...ICON} />} onSelect={() => actions.narrow(field, value, 'off')}>
              {state === 'in' ? 'Filtered for: undo' : 'Filtered out: undo'}
            </Item>
          ) : null}
          {state === 'in' ? null : (
            <Item icon={<CirclePlus {...ICON} />} onSelect={() => actions.narrow(field, value, 'in')}>
              Filter for
            </Item>
          )}
          {state === 'out' ? null : (
            <Item icon={<CircleMinus {...ICON} />} onSelect={() => actions.narrow(field, value, 'out')}>
              Filter out
            </Item>
          )}
          <Item icon={<Crosshair {...ICON} />} onSelect={() => actions.narrow(field, value, 'only')}>
            Only this value
          </Item>
          <Item icon={<Search {...ICON} />} onSelect={() => actions.pivot(field, value)}>
            Search for it alone
          </Item>
        </>
      ) : null}
      {actions && field === TIME ? (
        <Item icon={<Clock {...ICON} />} onSelect={() => actions.around(value)}>
          Five minutes around it
        </Item>
      ) : null}
      {entity ? (
        <Item
          icon={<FileUser {...ICON} />}
          onSelect={() => router.push(`${entityAddress(`/t/${slug}`, entity)}${carried}`)}
        >
          The page of this {ENTITY_KINDS[entity.kind].one}
        </Item>
      ) : null}
      <Item icon={<Copy {...ICON} />} onSelect={copy}>
        Copy the value
      </Item>
      {actions && field !== TIME ? (
        <>
          <DropdownMenu.Separator className={menu.line} />
          <Item icon={<BarChart3 {...ICON} />} onSelect={() => actions.topValues(field)}>
            Top values of the field
          </Item>
          <Item
            icon={actions.hasColumn(field) ? <Ban {...ICON} /> : <Columns3 {...ICON} />}
            onSelect={() => actions.toggleColumn(field)}
          >
            {actions.hasColumn(field) ? 'Take the column out' : 'Show as a column'}
          </Item>
        </>
      ) : null}
    </>
  )
}
