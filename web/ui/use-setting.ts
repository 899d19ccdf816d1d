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

function read<Name extends keyof Settings>(name: Name): Settings[Name] {
  try {
    return (localStorage.getItem(`nightjar:${name}`) as Settings[Name] | null) ?? DEFAULTS[name]
  } catch {
    return DEFAULTS[name]
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
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
