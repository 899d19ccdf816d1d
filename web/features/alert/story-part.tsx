'use client'

import Link from 'next/link'
import { type ReactNode, useId, useRef } from 'react'
import { useSeen } from '../../ui/use-seen.ts'
import styles from './story-part.module.css'

interface StoryPartProps {
  title: string
  /** Room that is kept for it before it comes. */
  room: 'small' | 'list' | 'middle' | 'large'
  /** The page that shows all of it. */
  link?: { href: string; words: string }
  /** Asked for once the part comes into sight. */
  children: ReactNode
}

/** A part of an alert's story further down: nothing of it is asked for before one gets there. */
export function StoryPart({ title, room, link, children }: StoryPartProps) {
  const id = useId()
  const place = useRef<HTMLElement>(null)
  const seen = useSeen(place)
  return (
    <section ref={place} className={styles.part} data-room={room} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {link ? (
          <Link href={link.href} prefetch={false}>
            {link.words}
          </Link>
        ) : null}
      </header>
      {seen ? children : null}
    </section>
  )
}
