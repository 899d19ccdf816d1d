'use client'

import { X } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './toasts.module.css'

interface Toast {
  text: string
  undo?: () => void
}

const Show = createContext<(toast: Toast) => void>(() => undefined)

/** Says what the user just did, with a way back. One at a time, for ten seconds. */
export const useToast = () => useContext(Show)

export function Toasts({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast>()
  const close = useCallback(() => setToast(undefined), [])
  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(close, 10_000)
    return () => clearTimeout(timer)
  }, [toast, close])
  return (
    <Show value={setToast}>
      {children}
      <div className={styles.place} role="status">
        {toast ? (
          <div className={styles.toast}>
            <span>{toast.text}</span>
            {toast.undo ? (
              <Button
                look="quiet"
                onClick={() => {
                  toast.undo?.()
                  close()
                }}
              >
                Undo
              </Button>
            ) : null}
            <IconButton label="Dismiss" onClick={close}>
              <X size={14} aria-hidden="true" />
            </IconButton>
          </div>
        ) : null}
      </div>
    </Show>
  )
}
