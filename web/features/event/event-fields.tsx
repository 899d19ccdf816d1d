'use client'

import { CircleMinus, CirclePlus, Ellipsis, Pin } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { CopyButton } from '../../ui/copy-button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { joinClass } from '../../ui/join-class.ts'
import menu from '../../ui/menu.module.css'
import { useSetting } from '../../ui/use-setting.ts'
import { dayAround } from '../ask/day-around.ts'
import { entityAddress } from '../entity/entity-address.ts'
import { EntityLink } from '../entity/entity-link.tsx'
import { entityOfField } from '../graph/entity-of-field.ts'
import { textOf } from '../search/summarise-event.ts'
import { useValueActions } from '../search/value-actions.ts'
import { ValueMenuItems } from '../search/value-menu.tsx'
import { type FieldSource, originWords, shortOriginWords } from '../why/origin-words.ts'
import styles from './event-fields.module.css'
import type { FullEvent } from './use-event.ts'

interface EventFieldsProps {
  event: Pick<FullEvent, 'fields' | 'tenant' | 'time'>
  onFilter: ((field: string, value: string, without: boolean) => void) | undefined
  pointed: string | undefined
  /** Where they come from, once that is known. */
  origins: ReadonlyMap<string, FieldSource>
  /** Shows a field in the raw line. */
  onOrigin: (field: string) => void
}

const MOST_PINS = 30

/** Names of fields that come first, kept by the browser. */
function usePins() {
  const [setting, setSetting] = useSetting('pins')
  const pins = setting.split(',').filter(Boolean)
  const toggle = (name: string) =>
    setSetting(
      (pins.includes(name) ? pins.filter((one) => one !== name) : [...pins, name])
        .slice(-MOST_PINS)
        .join(','),
    )
  return { pins, toggle }
}

/** Every field with its value, pinned ones first; the actions of a row show on hover and on focus. */
export function EventFields({ event, onFilter, pointed, origins, onOrigin }: EventFieldsProps) {
  const actions = useValueActions()
  const base = `/t/${event.tenant.slug}`
  const day = dayAround(event.time)
  const { pins, toggle } = usePins()
  const [find, setFind] = useState('')
  const wanted = find.trim().toLowerCase()
  const shown = Object.entries(event.fields)
    .map(([name, value]) => ({
      name,
      text: textOf(value),
      first: textOf(Array.isArray(value) ? value[0] : value),
      pinned: pins.includes(name),
    }))
    .filter(({ name, text }) => !wanted || `${name} ${text}`.toLowerCase().includes(wanted))
    .sort((one, other) => Number(other.pinned) - Number(one.pinned) || (one.name < other.name ? -1 : 1))
  return (
    <>
      <input
        className={styles.find}
        value={find}
        onChange={({ target }) => setFind(target.value)}
        placeholder="Find a field or value"
        aria-label="Find a field or value"
      />
      <table className={styles.fields}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, text, first, pinned }) => {
            const state = actions?.stateOf(name, first)
            const origin = origins.get(name)
            const entity = entityOfField(name, first, event.fields)
            return (
              <tr
                key={name}
                className={joinClass(
                  styles.field,
                  name === pointed && styles.pointed,
                  pinned && styles.pinned,
                )}
              >
                <th scope="row" className={styles.name}>
                  {name}
                </th>
                <td className={styles.value}>
                  {text}
                  {state ? <span className={styles.state}>{state}</span> : null}
                  {origin ? (
                    <button
                      type="button"
                      className={styles.origin}
                      aria-label={`${name} is ${originWords(origin)}: show the line`}
                      title={originWords(origin)}
                      onClick={() => onOrigin(name)}
                    >
                      {shortOriginWords(origin)}
                    </button>
                  ) : null}
                  <div className={styles.actions}>
                    {onFilter ? (
                      <>
                        <IconButton
                          label={`Filter for this ${name}`}
                          aria-pressed={state === 'in'}
                          onClick={() =>
                            state === 'in'
                              ? actions?.narrow(name, first, 'off')
                              : onFilter(name, first, false)
                          }
                        >
                          <CirclePlus size={14} aria-hidden="true" />
                        </IconButton>
                        <IconButton
                          label={`Filter out this ${name}`}
                          aria-pressed={state === 'out'}
                          onClick={() =>
                            state === 'out'
                              ? actions?.narrow(name, first, 'off')
                              : onFilter(name, first, true)
                          }
                        >
                          <CircleMinus size={14} aria-hidden="true" />
                        </IconButton>
                      </>
                    ) : null}
                    <IconButton
                      label={`Pin ${name} to the top`}
                      aria-pressed={pinned}
                      onClick={() => toggle(name)}
                    >
                      <Pin size={13} aria-hidden="true" fill={pinned ? 'currentColor' : 'none'} />
                    </IconButton>
                    {entity ? (
                      <EntityLink address={entityAddress(base, entity, day)} kind={entity.kind} />
                    ) : null}
                    <CopyButton text={text} label={`Copy ${name}`} />
                    {actions ? (
                      <DropdownMenu.Root modal={false}>
                        <DropdownMenu.Trigger asChild>
                          <IconButton label={`More for this ${name}`}>
                            <Ellipsis size={14} aria-hidden="true" />
                          </IconButton>
                        </DropdownMenu.Trigger>
                        <DropdownMenu.Portal>
                          <DropdownMenu.Content className={menu.menu} align="end" sideOffset={2}>
                            <ValueMenuItems field={name} value={first} event={event} />
                          </DropdownMenu.Content>
                        </DropdownMenu.Portal>
                      </DropdownMenu.Root>
                    ) : null}
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {shown.length === 0 ? (
        <p className={styles.none}>No field or value has “{find.trim()}” in it.</p>
      ) : null}
    </>
  )
}
