import { X } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './graph-panel.module.css'

interface PanelHeadProps {
  mark?: ReactNode
  title: ReactNode
  onClose?: () => void
  headingRef?: Ref<HTMLHeadingElement>
}

export function PanelHead({ mark, title, onClose, headingRef }: PanelHeadProps) {
  return (
    <header className={styles.head}>
      {mark}
      <h2 ref={headingRef} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      {onClose ? (
        <IconButton label="Back to the whole graph" shortcut="Esc" onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      ) : null}
    </header>
  )
}
