'use client'

import { ChevronDown, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import menu from '../../ui/menu.module.css'
import { useViewer } from '../shell/viewer.tsx'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import styles from './tenant-choice.module.css'

interface TenantChoiceProps {
  /** Slugs asked of. */
  chosen: readonly string[]
  /** Undefined for all of them. */
  onChoose: (slugs: readonly string[] | undefined) => void
}

const SHOWN = 6

/** Whose events a search over several tenants asks for: always in sight, never guessed. */
export function TenantChoice({ chosen, onChoose }: TenantChoiceProps) {
  const { tenants } = useViewer()
  const asked = tenants.filter(({ slug }) => chosen.includes(slug))
  const choose = (slugs: readonly string[]) => onChoose(slugs.length === tenants.length ? undefined : slugs)
  const toggle = (slug: string) => {
    const next = chosen.includes(slug) ? chosen.filter((one) => one !== slug) : [...chosen, slug]
    if (next.length > 0) choose(next)
  }
  return (
    <section className={styles.strip} aria-label="Tenants asked">
      <Popover.Root>
        <Popover.Trigger asChild>
          <Button>
            {asked.length === tenants.length
              ? `All ${tenants.length} tenants`
              : `${asked.length} of ${tenants.length} tenants`}
            <ChevronDown size={13} aria-hidden="true" />
          </Button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className={menu.menu} align="start" sideOffset={4} aria-label="Tenants to ask">
            <div className={styles.list}>
              {tenants.map((one) => (
                <div key={one.id} className={styles.entry}>
                  <label className={styles.label}>
                    <input
                      type="checkbox"
                      checked={chosen.includes(one.slug)}
                      onChange={() => toggle(one.slug)}
                    />
                    <TenantBadge tenant={one} />
                  </label>
                  <Button look="quiet" onClick={() => choose([one.slug])}>
                    Only<span className="visually-hidden"> {one.name}</span>
                  </Button>
                </div>
              ))}
            </div>
            <Button look="quiet" onClick={() => onChoose(undefined)}>
              All of them
            </Button>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <ul className={styles.chips}>
        {asked.slice(0, SHOWN).map((one) => (
          <li key={one.id} className={styles.chip}>
            <TenantBadge tenant={one} />
            {asked.length > 1 ? (
              <IconButton label={`Without ${one.name}`} onClick={() => toggle(one.slug)}>
                <X size={12} aria-hidden="true" />
              </IconButton>
            ) : null}
          </li>
        ))}
        {asked.length > SHOWN ? <li className={styles.rest}>and {asked.length - SHOWN} others</li> : null}
      </ul>
    </section>
  )
}
