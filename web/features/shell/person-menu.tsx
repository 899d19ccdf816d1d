'use client'

import { useApolloClient } from '@apollo/client/react'
import { Check, CircleUser } from 'lucide-react'
import { useTheme } from 'next-themes'
import { DropdownMenu } from 'radix-ui'
import menu from '../../ui/menu.module.css'
import { useSetting } from '../../ui/use-setting.ts'
import styles from './person-menu.module.css'
import { useScope } from './scope.tsx'
import { signOut } from './sign-in.ts'
import { THEMES } from './themes.ts'
import { useViewer } from './viewer.tsx'

const CHOICES = [
  ['system', 'As the system'] as const,
  ...THEMES.map(({ value, name }) => [value, name] as const),
]

const ZONES = [
  ['local', 'Local time'],
  ['utc', 'UTC'],
] as const

interface ChoiceProps {
  label: string
  value: string | undefined
  options: readonly (readonly [value: string, name: string])[]
  onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <DropdownMenu.RadioGroup value={value ?? ''} onValueChange={onChange}>
      <DropdownMenu.Label className={menu.label}>{label}</DropdownMenu.Label>
      {options.map(([option, name]) => (
        <DropdownMenu.RadioItem
          key={option}
          value={option}
          className={menu.item}
          onSelect={(event) => event.preventDefault()}
        >
          <span className={menu.mark}>
            <DropdownMenu.ItemIndicator>
              <Check size={14} aria-hidden="true" />
            </DropdownMenu.ItemIndicator>
          </span>
          {name}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

export function PersonMenu({
  className,
  nameClass,
}: {
  className?: string | undefined
  nameClass?: string | undefined
}) {
  const viewer = useViewer()
  const client = useApolloClient()
  const { leave } = useScope()
  const { theme, setTheme } = useTheme()
  const [zone, setZone] = useSetting('zone')
  const name = viewer.person?.name ?? 'You'
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={className} title={name}>
        <CircleUser size={18} aria-hidden="true" />
        <span className={nameClass}>{name}</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        className={menu.menu}
        side="right"
        align="end"
        sideOffset={8}
        collisionPadding={8}
      >
        <div className={styles.person}>
          <strong>{name}</strong>
          <span>{viewer.person?.email}</span>
          <span>{viewer.organization}</span>
        </div>
        <DropdownMenu.Separator className={menu.line} />
        <Choice label="Theme" value={theme} options={CHOICES} onChange={setTheme} />
        <DropdownMenu.Separator className={menu.line} />
        <Choice
          label="Times in"
          value={zone}
          options={ZONES}
          onChange={(next) => setZone(next === 'utc' ? 'utc' : 'local')}
        />
        <DropdownMenu.Separator className={menu.line} />
        <DropdownMenu.Item
          className={menu.item}
          onSelect={() => {
            leave()
            void signOut(client)
          }}
        >
          <span className={menu.mark} />
          Sign out
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}
