'use client'

import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { RetireParserDocument, type WrittenParserFragment } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useScope } from '../shell/scope.tsx'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import styles from './source-dialog.module.css'

interface RetireDialogProps {
  parser: WrittenParserFragment
  open: boolean
  onOpenChange: (open: boolean) => void
  onRetired: () => void
}

/** Asks before lines are read by it no longer. */
export function RetireDialog({ parser, open, onOpenChange, onRetired }: RetireDialogProps) {
  const { tenant } = useScope()
  const [message, setMessage] = useState('')
  const [retireParser, { loading }] = useMutation(RetireParserDocument)

  async function retire() {
    const { name, forAll, version } = parser
    const input = { tenant: tenant?.slug ?? '', name, forAll, basedOn: version }
    try {
      const { data } = await retireParser({ variables: { input } })
      const mistake = data?.retireParser.userErrors[0]
      if (mistake) return setMessage(mistake.message)
      onOpenChange(false)
      onRetired()
    } catch (error) {
      setMessage(failureOf(error).message)
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Retire ${parser.name}?`}
      description="Lines that come from now on are read without it. Events that it read stay as they are, and its versions are kept."
    >
      {tenant && !parser.forAll ? <TenantBadge tenant={tenant} /> : <p>It reads lines of all tenants.</p>}
      <p role="alert" className={styles.message}>
        {message}
      </p>
      <div className={styles.actions}>
        <Button onClick={() => onOpenChange(false)}>Keep it</Button>
        <Button look="primary" disabled={loading} onClick={() => void retire()}>
          Retire
        </Button>
      </div>
    </Dialog>
  )
}
