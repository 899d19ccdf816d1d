'use client'

import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import menu from './menu.module.css'

export interface Place {
  x: number
  y: number
}

interface PlacedMenuProps {
  place: Place
  label: string
  onClose: () => void
  /** Takes the focus back. */
  onClosed: () => void
  children: ReactNode
}

/** A menu at a place of the window rather than at a button: of a cell, by pointer or by key. */
export function PlacedMenu({ place, label, onClose, onClosed, children }: PlacedMenuProps) {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden="true" style={{ position: 'fixed', left: place.x, top: place.y }} />
      </DropdownMenu.Trigger>
      {/* Within the content of the page, where those who cannot see it look for it. */}
      <DropdownMenu.Portal container={document.getElementById('content')}>
        <DropdownMenu.Content
          className={menu.menu}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          aria-labelledby={undefined}
          aria-label={label}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onClosed()
          }}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
