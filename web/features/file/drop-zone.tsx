'use client'

import { FileDown } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useToast } from '../../ui/toasts.tsx'
import { useScope } from '../shell/scope.tsx'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import styles from './drop-zone.module.css'
import { useDropFiles } from './use-drop-files.ts'

/** Files may be dropped anywhere on a page; while they are over it, it says whose they would become. */
export function DropZone() {
  const { tenant } = useScope()
  const drop = useDropFiles()
  const toast = useToast()
  const [over, setOver] = useState(false)
  const latest = useRef({ drop, toast })
  useEffect(() => {
    latest.current = { drop, toast }
  })
  useEffect(() => {
    // Where a file is over the page nothing else happens with it: a browser would open it in place of the page.
    const enter = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = latest.current.drop ? 'copy' : 'none'
      setOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const take = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(false)
      const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file')
      const files = items.flatMap((item) => {
        const file = item.webkitGetAsEntry()?.isDirectory ? null : item.getAsFile()
        return file ?? []
      })
      if (files.length < items.length)
        latest.current.toast({ text: 'Folders are not read: drop the files in them, or an archive' })
      if (files.length > 0) latest.current.drop?.(files)
    }
    addEventListener('dragenter', enter)
    addEventListener('dragover', enter)
    addEventListener('dragleave', leave)
    addEventListener('drop', take)
    return () => {
      removeEventListener('dragenter', enter)
      removeEventListener('dragover', enter)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', take)
    }
  }, [])
  return (
    <div role="status">
      {over ? (
        <div className={styles.zone}>
          <div className={styles.words}>
            {drop && tenant ? (
              <>
                <FileDown size={28} aria-hidden="true" />
                <p className={styles.title}>
                  Drop to read it as scratch of <TenantBadge tenant={tenant} />
                </p>
                <p>Event logs (EVTX), lines, JSON, CSV; gzip, zip and tar of them. No alerts are raised.</p>
              </>
            ) : (
              <p className={styles.title}>
                {tenant ? 'Readers drop no files' : 'Open a tenant first: a file belongs to one'}
              </p>
            )}
          </div>
        </div>
      ) : null}
    </div>
  )
}
