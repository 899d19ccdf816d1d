'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import styles from './go-keys.module.css'
import { usePages } from './use-pages.ts'
import { useShortcuts } from './use-shortcuts.ts'

const WAIT = 3000

/** `g`, then the letter of a page. What the letters lead to is shown until one is pressed. */
export function GoKeys() {
  const [waiting, setWaiting] = useState(false)
  useShortcuts({ g: { does: 'Go to a page, by its letter', run: () => setWaiting(true) } })
  return (
    <div role="status" className={styles.place}>
      {waiting ? <Letters onEnd={() => setWaiting(false)} /> : null}
    </div>
  )
}

function Letters({ onEnd }: { onEnd: () => void }) {
  const pages = usePages()
  const router = useRouter()
  useEffect(() => {
    const timer = setTimeout(onEnd, WAIT)
    // Before anybody else hears of it: the letter may mean something on the page.
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Shift') return
      const chosen = pages.find(({ page }) => page.key === event.key)
      if (event.key.length === 1) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      if (chosen) router.push(chosen.href)
      onEnd()
    }
    addEventListener('keydown', listen, true)
    return () => {
      clearTimeout(timer)
      removeEventListener('keydown', listen, true)
    }
  }, [pages, router, onEnd])
  return (
    <div className={styles.letters}>
      <span>Go to</span>
      {pages.map(({ page }) => (
        <span key={page.key} className={styles.letter}>
          <kbd>{page.key}</kbd> {page.name}
        </span>
      ))}
    </div>
  )
}
