'use client'

import { useMutation } from '@apollo/client/react'
import { type FormEvent, useRef, useState } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { ChangeSourceDocument, type SourceRowFragment } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import field from '../../ui/field.module.css'
import { useToast } from '../../ui/toasts.tsx'
import { useScope } from '../shell/scope.tsx'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import { printDefaults, readDefaults } from './default-lines.ts'
import styles from './source-dialog.module.css'

interface SourceDialogProps {
  source: SourceRowFragment
  formats: readonly string[]
  onClose: () => void
}

/** Says anew how lines of a source are read: those that come from now on. */
export function SourceDialog({ source, formats, onClose }: SourceDialogProps) {
  const { tenant } = useScope()
  const toast = useToast()
  const first = useRef<HTMLInputElement>(null)
  const [message, setMessage] = useState('')
  const [changeSource, { loading }] = useMutation(ChangeSourceDocument)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const textOf = (name: string) => String(form.get(name) ?? '').trim()
    const { defaults, mistake } = readDefaults(textOf('defaults'))
    if (mistake) return setMessage(mistake)
    const year = textOf('year')
    const input = {
      ...{ id: source.id, site: textOf('site'), format: textOf('format') || 'auto', defaults },
      ...{ zone: textOf('zone') || null, year: year === '' ? null : Number(year) },
    }
    try {
      const { data } = await changeSource({ variables: { input } })
      const wrong = data?.changeSource.userErrors[0]
      if (wrong) return setMessage(wrong.message)
      toast({ text: `Lines of ${source.name} are read so from now on` })
      onClose()
    } catch (error) {
      setMessage(failureOf(error).message)
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      first={first}
      title={`How to read ${source.name}`}
    >
      {tenant ? <TenantBadge tenant={tenant} /> : null}
      <form onSubmit={submit} className={styles.form}>
        <label className={field.field}>
          <span className={field.label}>Parser, or auto for what fits</span>
          <input
            ref={first}
            className={field.input}
            name="format"
            defaultValue={source.format}
            list="formats"
          />
        </label>
        <datalist id="formats">
          <option value="auto" />
          {formats.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <label className={field.field}>
          <span className={field.label}>Site, the network it stands in</span>
          <input className={field.input} name="site" defaultValue={source.site} maxLength={100} />
        </label>
        <label className={field.field}>
          <span className={field.label}>Zone of times that name none, empty for UTC</span>
          <input className={field.input} name="zone" defaultValue={source.zone ?? ''} list="zones" />
        </label>
        <datalist id="zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <label className={field.field}>
          <span className={field.label}>Year of times that name none, empty for the newest</span>
          <input
            className={field.input}
            name="year"
            inputMode="numeric"
            pattern="\d{4}"
            defaultValue={source.year ?? ''}
          />
        </label>
        <label className={field.field}>
          <span className={field.label}>Fields for events that lack them, one a line: host.name: plc-1</span>
          <textarea className={field.input} name="defaults" defaultValue={printDefaults(source.defaults)} />
        </label>
        <p role="alert" className={styles.message}>
          {message}
        </p>
        <div className={styles.actions}>
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" look="primary" disabled={loading}>
            Read it so
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
