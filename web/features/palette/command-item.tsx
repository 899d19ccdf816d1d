import { Command } from 'cmdk'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import menu from '../../ui/menu.module.css'
import styles from './command-palette.module.css'

/** Closes the palette, then does it. */
export type Run = (what: () => void) => void

interface CommandItemProps {
  /** Its own among all entries. */
  value: string
  /** Found by these as well. */
  keywords?: string[]
  icon?: LucideIcon
  hint?: ReactNode
  onSelect: () => void
  children: ReactNode
}

export function CommandItem({ value, keywords, icon: Icon, hint, onSelect, children }: CommandItemProps) {
  return (
    <Command.Item className={menu.item} value={value} {...(keywords && { keywords })} onSelect={onSelect}>
      {Icon ? <Icon size={15} aria-hidden="true" className={styles.icon} /> : null}
      {children}
      {hint ? <span className={styles.hint}>{hint}</span> : null}
    </Command.Item>
  )
}
