'use client'

import { Check, ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { formatNumber } from '../../ui/format-number.ts'
import menu from '../../ui/menu.module.css'
import styles from './facet-menu.module.css'

interface FacetMenuProps {
  /** `Rule` */
  name: string
  values: readonly { value: string; words: string; alerts: number }[]
  chosen: readonly string[]
  onChoose: (values: string[]) => void
  /** A choice takes the place of the one before. */
  single?: boolean
}

/** Values to narrow a list by, with the number of alerts that each would leave. */
export function FacetMenu({ name, values, chosen, onChoose, single = false }: FacetMenuProps) {
  const [open, setOpen] = useState(false)
  const missing = chosen.filter((value) => !values.some((one) => one.value === value))
  const shown = [...values, ...missing.map((value) => ({ value, words: value, alerts: 0 }))]
  const [first, ...others] = shown.filter(({ value }) => chosen.includes(value))
  const toggle = (value: string) => {
    const rest = single ? [] : chosen.filter((one) => one !== value)
    onChoose(chosen.includes(value) ? rest : [...rest, value])
  }
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger asChild>
        <Button className={styles.button} data-chosen={first !== undefined}>
          <span className={styles.chosen}>
            {name}
            {first ? `: ${first.words}` : null}
          </span>
          {others.length > 0 ? ` and ${others.length} more` : null}
          <ChevronDown size={13} aria-hidden="true" />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={open ? document.getElementById('content') : null}>
        <DropdownMenu.Content className={menu.menu} align="start" sideOffset={4} collisionPadding={8}>
          <div className={styles.values}>
            {shown.map(({ value, words, alerts }) => (
              <DropdownMenu.CheckboxItem
                key={value}
                className={menu.item}
                checked={chosen.includes(value)}
                onCheckedChange={() => toggle(value)}
                // Several are taken one after the other.
                onSelect={(event) => single || event.preventDefault()}
              >
                <span className={menu.mark}>
                  <DropdownMenu.ItemIndicator>
                    <Check size={14} aria-hidden="true" />
                  </DropdownMenu.ItemIndicator>
                </span>
                <span className={styles.words}>{words}</span>
                <span className={menu.hint}>{formatNumber(alerts)}</span>
              </DropdownMenu.CheckboxItem>
            ))}
          </div>
          {shown.length === 0 ? <p className={menu.label}>No alert has one.</p> : null}
          {chosen.length > 0 ? (
            <>
              <DropdownMenu.Separator className={menu.line} />
              <DropdownMenu.Item className={menu.item} onSelect={() => onChoose([])}>
                Any {name.toLowerCase()}
              </DropdownMenu.Item>
            </>
          ) : null}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
