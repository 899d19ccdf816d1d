'use client'

import { CircleMinus, CirclePlus, Ellipsis } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { formatNumber } from '../../ui/format-number.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { joinClass } from '../../ui/join-class.ts'
import menu from '../../ui/menu.module.css'
import { useValueActions } from './value-actions.ts'
import styles from './value-counts.module.css'
import { ValueMenuItems } from './value-menu.tsx'

interface ValueCountsProps {
  field: string
  values: readonly { value: string; count: number | string }[]
}

const STATES = { in: 'Filtered for', out: 'Filtered out' } as const

/** Values with their counts. Each is filtered for, filtered out, or neither, and says which. */
export function ValueCounts({ field, values }: ValueCountsProps) {
  const actions = useValueActions()
  const most = Math.max(1, ...values.map(({ count }) => Number(count)))
  return (
    <ul className={styles.values} aria-label={`Top values of ${field}`}>
      {values.map(({ value, count }) => {
        const state = actions?.stateOf(field, value)
        const shown = value || '(empty)'
        return (
          <li key={value} className={joinClass(styles.value, state && styles[state])}>
            <span className={styles.bar} style={{ width: `${(Number(count) / most) * 100}%` }} />
            <span className={styles.text} title={shown}>
              {shown}
            </span>
            {state ? <span className={styles.state}>{state}</span> : null}
            <span className={styles.count}>{formatNumber(count)}</span>
            {actions ? (
              <span className={styles.actions}>
                <IconButton
                  label={`Filter for ${shown}`}
                  aria-pressed={state === 'in'}
                  // With Alt, as elsewhere, the other way round.
                  onClick={(event) =>
                    actions.narrow(field, value, event.altKey ? 'out' : state === 'in' ? 'off' : 'in')
                  }
                >
                  <CirclePlus size={13} aria-hidden="true" />
                </IconButton>
                <IconButton
                  label={`Filter out ${shown}`}
                  aria-pressed={state === 'out'}
                  onClick={() => actions.narrow(field, value, state === 'out' ? 'off' : 'out')}
                >
                  <CircleMinus size={13} aria-hidden="true" />
                </IconButton>
                <DropdownMenu.Root modal={false}>
                  <DropdownMenu.Trigger asChild>
                    <IconButton label={`More for ${shown}`}>
                      <Ellipsis size={13} aria-hidden="true" />
                    </IconButton>
                  </DropdownMenu.Trigger>
                  <DropdownMenu.Portal>
                    <DropdownMenu.Content className={menu.menu} align="start" sideOffset={2}>
                      <ValueMenuItems field={field} value={value} />
                    </DropdownMenu.Content>
                  </DropdownMenu.Portal>
                </DropdownMenu.Root>
              </span>
            ) : null}
            {state ? <span className="visually-hidden">{STATES[state]}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}
