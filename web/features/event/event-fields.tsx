'use client'

import { CircleMinus, CirclePlus } from 'lucide-react'
import { useState } from 'react'
import { CopyButton } from '../../ui/copy-button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { joinClass } from '../../ui/join-class.ts'
import { textOf } from '../search/summarise-event.ts'
import styles from './event-fields.module.css'
import type { FullEvent } from './use-event.ts'

interface EventFieldsProps {
  fields: FullEvent['fields']
  onFilter: ((field: string, value: string, without: boolean) => void) | undefined
  pointed: string | undefined
}

/** Every field with its value; the actions of a row show on hover and on focus. */
export function EventFields({ fields, onFilter, pointed }: EventFieldsProps) {
  const [find, setFind] = useState('')
  const wanted = find.trim().toLowerCase()
  const shown = Object.entries(fields)
    .map(([name, value]) => ({
      name,
      text: textOf(value),
      first: textOf(Array.isArray(value) ? value[0] : value),
    }))
    .filter(({ name, text }) => !wanted || `${name} ${text}`.toLowerCase().includes(wanted))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
  return (
    <>
      <input
        className={styles.find}
        value={find}
        onChange={(event) => setFind(event.target.value)}
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
          {shown.map(({ name, text, first }) => (
            <tr key={name} className={joinClass(styles.field, name === pointed && styles.pointed)}>
              <th scope="row" className={styles.name}>
                {name}
              </th>
              <td className={styles.value}>
                {text}
                <div className={styles.actions}>
                  {onFilter ? (
                    <>
                      <IconButton
                        label={`Filter for this ${name}`}
                        onClick={() => onFilter(name, first, false)}
                      >
                        <CirclePlus size={14} aria-hidden="true" />
                      </IconButton>
                      <IconButton
                        label={`Filter out this ${name}`}
                        onClick={() => onFilter(name, first, true)}
                      >
                        <CircleMinus size={14} aria-hidden="true" />
                      </IconButton>
                    </>
                  ) : null}
                  <CopyButton text={text} label={`Copy ${name}`} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 ? (
        <p className={styles.none}>No field or value has “{find.trim()}” in it.</p>
      ) : null}
    </>
  )
}
