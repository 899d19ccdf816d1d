'use client'

import { useCallback, useSyncExternalStore } from 'react'

/** Preferences of this browser. Never anything about a tenant. */
interface Settings {
  shortcuts: 'on' | 'off'
  zone: 'local' | 'utc'
  rail: 'narrow' | 'wide'
  details: string
  density: 'dense' | 'normal' | 'roomy'
  /** The list of fields beside the events. */
  fields: 'open' | 'closed'
  /** Names of fields that come first in the details. */
  pins: string
}

const DEFAULTS: Settings = {
  ...{ shortcuts: 'on', zone: 'local', rail: 'narrow', details: '480' },
  ...{ density: 'normal', fields: 'open', pins: '' },
}
const listeners = new Set<() => void>()
/** A table asks for each of its cells: storage is read once. */
const known: Partial<Settings> = {}

function read<Name extends keyof Settings>(name: Name): Settings[Name] {
  const value = known[name] ?? stored(name)
  known[name] = value
  return value
}

function stored<Name extends keyof Settings>(name: Name): Settings[Name] {
  try {
    return (localStorage.getItem(`nightjar:${name}`) as Settings[Name] | null) ?? DEFAULTS[name]
  } catch {
    return DEFAULTS[name]
  }
}

function forget(): void {
  for (const name of Object.keys(known) as (keyof Settings)[]) delete known[name]
}

/** Another tab of the browser changed one. */
function reread(): void {
  forget()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    forget()
    addEventListener('storage', reread)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('storage', reread)
  }
}

export function useSetting<Name extends keyof Settings>(
  name: Name,
): [Settings[Name], (value: Settings[Name]) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => read(name),
    () => DEFAULTS[name],
  )
  const change = useCallback(
    (next: Settings[Name]) => {
      known[name] = next
      try {
        localStorage.setItem(`nightjar:${name}`, next)
      } catch {
        // A browser that keeps nothing still works, with the defaults.
      }
      for (const listener of listeners) listener()
    },
    [name],
  )
  return [value, change]
}
