import { Braces, CalendarClock, Hash, List, Network, Text, Type } from 'lucide-react'
import type { Grammar } from '../ask/use-grammar.ts'

type Kind = ReturnType<Grammar['kindOf']>

const ICONS = {
  word: [Type, 'word'],
  text: [Type, 'text'],
  words: [List, 'list of words'],
  ip: [Network, 'address'],
  number: [Hash, 'number'],
  prose: [Text, 'prose'],
  own: [Braces, "Nightjar's own"],
  time: [CalendarClock, 'time'],
  map: [Type, 'text'],
} as const satisfies Record<Kind, readonly unknown[]>

/** What a field holds, before its name. */
export function FieldIcon({ kind }: { kind: Kind | undefined }) {
  const [Icon, says] = ICONS[kind ?? 'map']
  return (
    <span title={says}>
      <Icon size={12} aria-hidden="true" />
      <span className="visually-hidden">{says}: </span>
    </span>
  )
}
