'use client'

import { useState } from 'react'
import type { SavedViewKind } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import field from '../../ui/field.module.css'
import styles from './saved-views-menu.module.css'
import type { OpenView } from './use-saved-view.ts'

export interface ViewForm {
  name: string
  isShared: boolean
}

interface SaveViewFormProps {
  kind: SavedViewKind
  /** Open, and the viewer may change it. */
  view: OpenView | undefined
  onSave: (form: ViewForm) => void
  onChange: (form: ViewForm) => void
}

/** Saves what stands here: as another one, or into the one that is open. */
export function SaveViewForm({ kind, view, onSave, onChange }: SaveViewFormProps) {
  const [name, setName] = useState(view?.name ?? '')
  const [isShared, setShared] = useState(view?.isShared ?? false)
  const form = { name: name.trim(), isShared }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!form.name) return
        if (view) onChange(form)
        else onSave(form)
      }}
    >
      <input
        className={field.input}
        value={name}
        maxLength={100}
        onChange={({ target }) => setName(target.value)}
        placeholder={`Name of this ${kind}`}
        aria-label={`Name of this ${kind}`}
        autoComplete="off"
      />
      <label className={styles.shared}>
        <input type="checkbox" checked={isShared} onChange={({ target }) => setShared(target.checked)} />
        For everybody of the tenant
      </label>
      <span className={styles.buttons}>
        {view ? (
          <Button disabled={!form.name || form.name === view.name} onClick={() => onSave(form)}>
            Save as another
          </Button>
        ) : null}
        <Button type="submit" disabled={!form.name}>
          {view ? 'Update' : 'Save'}
        </Button>
      </span>
    </form>
  )
}
