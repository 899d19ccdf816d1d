import type { ComponentProps, ReactNode } from 'react'
import styles from './icon-button.module.css'
import { joinClass } from './join-class.ts'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  /** What it does: read out, and shown on hover. */
  label: string
  /** Key that does the same. */
  shortcut?: string
  children: ReactNode
}

export function IconButton({ label, shortcut, className, children, ...rest }: IconButtonProps) {
  const title = shortcut ? `${label} (${shortcut})` : label
  return (
    <button
      type="button"
      aria-label={label}
      title={title}
      className={joinClass(styles.button, className)}
      {...rest}
    >
      {children}
    </button>
  )
}
