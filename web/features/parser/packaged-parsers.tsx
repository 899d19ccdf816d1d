'use client'

import { useState } from 'react'
import field from '../../ui/field.module.css'
import { joinClass } from '../../ui/join-class.ts'
import page from '../../ui/page.module.css'
import styles from './parsers-page.module.css'

interface PackagedParsersProps {
  parsers: readonly { name: string; reads: string }[]
}

/** Parsers that come with Nightjar, by what they read. */
export function PackagedParsers({ parsers }: PackagedParsersProps) {
  const [wanted, setWanted] = useState('')
  const words = wanted.toLowerCase().split(/\s+/)
  const shown = parsers.filter(({ name, reads }) => {
    const text = `${name} ${reads}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return (
    <section className={page.section}>
      <header className={styles.sectionHead}>
        <h2>Come with Nightjar</h2>
        <input
          type="search"
          className={joinClass(field.input, styles.filter)}
          placeholder="Product or format"
          aria-label="Parsers by product or format"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <p className={styles.muted} role="status">
          {shown.length === parsers.length
            ? `${parsers.length} parsers`
            : `${shown.length} of ${parsers.length}`}
        </p>
      </header>
      <dl className={styles.packaged}>
        {shown.map(({ name, reads }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{reads}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
