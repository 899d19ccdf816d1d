'use client'

import { useDeferredValue, useState } from 'react'
import { joinClass } from '../../ui/join-class.ts'
import { PlacedMenu } from '../../ui/placed-menu.tsx'
import { useSetting } from '../../ui/use-setting.ts'
import { textOf } from '../search/summarise-event.ts'
import { useValueActions } from '../search/value-actions.ts'
import { ValueMenuItems } from '../search/value-menu.tsx'
import { type FieldSource, originWords, shortOriginWords } from '../why/origin-words.ts'
import styles from './event-fields.module.css'
import { FieldActions, type ShownField } from './field-actions.tsx'
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

/** Every field with its value, pinned ones first. */
export function EventFields({ event, onFilter, pointed, origins, onOrigin }: EventFieldsProps) {
  const actions = useValueActions()
  const { pins, toggle } = usePins()
  const [find, setFind] = useState('')
  const [menu, setMenu] = useState<{ field: ShownField; button: HTMLElement }>()
  // A long event has hundreds of buttons: they come after its text, and not at all where one walks on.
  const acts = useDeferredValue(true, false)
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
  const box = menu?.button.getBoundingClientRect()
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
          {shown.map((field) => {
            const { name, text, first, pinned } = field
            const state = actions?.stateOf(name, first)
            const origin = origins.get(name)
            return (
              <tr
                key={name}
                className={joinClass(
                  styles.field,
                  name === pointed && styles.pointed,
                  pinned && styles.pinned,
                  name === menu?.field.name && styles.open,
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
                  {acts ? (
                    <FieldActions
                      event={event}
                      field={field}
                      onFilter={onFilter}
                      onPin={toggle}
                      onMore={(of, button) => setMenu({ field: of, button })}
                    />
                  ) : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {menu && box ? (
        <PlacedMenu
          place={{ x: box.left, y: box.bottom }}
          label={`${menu.field.name}: actions`}
          onClose={() => setMenu(undefined)}
          onClosed={() => menu.button.focus()}
        >
          <ValueMenuItems field={menu.field.name} value={menu.field.first} event={event} />
        </PlacedMenu>
      ) : null}
      {shown.length === 0 ? (
        <p className={styles.none}>No field or value has “{find.trim()}” in it.</p>
      ) : null}
    </>
  )
}
