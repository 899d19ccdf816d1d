import { createNetworkTable, type NetworkTable } from '../values/create-network-table.ts'
import type { Network } from '../values/match-network.ts'
import type { Address } from '../values/read-address.ts'
import type { EventView } from './event-view.ts'
import type { Witness } from './find-witness.ts'
import type { GramCounts } from './grams.ts'
import type { Slot } from './slot.ts'
import { append, createTextAlarms, type TextAlarms } from './text-alarms.ts'
import { isWide, type TextBuffer } from './text-buffer.ts'

/** The rules that events of one kind meet, indexed by what wakes them. */
export interface Partition {
  /** Adds every rule that could hold, some more than once. */
  wake(view: EventView, buffer: TextBuffer, woken: number[]): void
  readonly bytes: number
}

/** What waits for the value of a slot. */
interface Watch {
  slot: Slot
  /** Event at which it was looked at. */
  epoch: number
  /** For any value. */
  present: number[]
  /** For a text with characters outside of Latin-1. */
  wide: number[]
  /** For one value. */
  values: Map<string, number[]>
  /** For an address in a network. */
  networks: [Network, number][]
  table: NetworkTable<number> | undefined
  /** Whether a text in it may wake a rule. */
  hasTexts: boolean
}

interface Parts {
  always: number[]
  /** By the names of event fields: however many slots rules have, those of the event's fields are looked at. */
  watches: Map<string, Watch[]>
  inSlots: TextAlarms
  /** For keywords in a text: the line itself, or values. */
  inText: TextAlarms
  /** For their ordinary runs, in a line of JSON. */
  inJson: TextAlarms
}

/** So few, a tenant's own rules of one kind of event say, are judged sooner than woken, unless that means to read the line. */
const FEW = 8

const isOfLine = ({ by }: Witness) => by === 'line'

export function createPartition(
  rules: readonly number[],
  witnessOf: (rule: number) => readonly Witness[] | undefined,
  grams: GramCounts,
): Partition {
  const parts: Parts = {
    always: [],
    watches: new Map(),
    inSlots: createTextAlarms(grams),
    inText: createTextAlarms(grams),
    inJson: createTextAlarms(grams),
  }
  const watches = new Map<Slot, Watch>()
  for (const rule of rules) {
    const witnesses = witnessOf(rule)
    if (!witnesses || (rules.length <= FEW && !witnesses.some(isOfLine))) parts.always.push(rule)
    else for (const witness of witnesses) file(rule, witness, parts, watches)
  }
  for (const watch of watches.values()) {
    for (const name of watch.slot.names) {
      const known = parts.watches.get(name)
      if (known) known.push(watch)
      else parts.watches.set(name, [watch])
    }
  }
  return {
    wake: (view, buffer, woken) => wake(parts, view, buffer, woken),
    get bytes() {
      return parts.inSlots.bytes + parts.inText.bytes + parts.inJson.bytes
    },
  }
}

function file(rule: number, witness: Witness, parts: Parts, watches: Map<Slot, Watch>): void {
  if (witness.by === 'line') {
    const { text, run, leaf } = witness
    parts.inText.add(rule, text, leaf)
    parts.inJson.add(rule, run, leaf)
    return
  }
  const watch = watches.get(witness.slot) ?? createWatch(witness.slot)
  watches.set(witness.slot, watch)
  switch (witness.by) {
    case 'presence':
      watch.present.push(rule)
      break
    case 'wide':
      watch.wide.push(rule)
      break
    case 'value':
      watch.values.set(witness.text, [...(watch.values.get(witness.text) ?? []), rule])
      break
    case 'network':
      watch.networks.push([witness.network, rule])
      break
    case 'text':
      watch.hasTexts = true
      parts.inSlots.add(rule, witness.text, witness.leaf)
  }
}

function createWatch(slot: Slot): Watch {
  return {
    ...{ slot, epoch: 0, present: [], wide: [], values: new Map() },
    ...{ networks: [], table: undefined, hasTexts: false },
  }
}

function wake(parts: Parts, view: EventView, buffer: TextBuffer, woken: number[]): void {
  append(woken, parts.always)
  if (parts.watches.size > 0) wakeByFields(parts, view, buffer, woken)
  if (parts.inText.isEmpty) return
  if (view.line() === 'json') parts.inJson.sound(view.event.raw, view, buffer, woken)
  else parts.inText.sound(view.keywords().join('\0'), view, buffer, woken)
}

function wakeByFields(parts: Parts, view: EventView, buffer: TextBuffer, woken: number[]): void {
  // A `\0` stands before and behind each text.
  let joined = '\0'
  const { names } = view
  for (let i = 0; i < names.length; i++) {
    const watches = parts.watches.get(names[i] as string)
    if (!watches) continue
    for (let j = 0; j < watches.length; j++) {
      const watch = watches[j] as Watch
      if (watch.epoch === view.epoch) continue
      watch.epoch = view.epoch
      joined += look(watch, view, woken)
    }
  }
  if (joined !== '\0') parts.inSlots.sound(joined, view, buffer, woken)
}

/** @returns texts to be sounded */
function look(watch: Watch, view: EventView, woken: number[]): string {
  const { slot, present, wide, values, hasTexts } = watch
  if (view.value(slot) === undefined) return ''
  append(woken, present)
  const text = view.text(slot)
  if (text === undefined) return ''
  if (values.size > 0) wakeByValue(values, view.folded(slot), woken)
  if (wide.length > 0 && (typeof text === 'string' ? isWide(text) : text.some(isWide))) append(woken, wide)
  if (watch.networks.length > 0) wakeByAddress(watch, view.addresses(slot), woken)
  if (!hasTexts) return ''
  return typeof text === 'string' ? `${text}\0` : `${text.join('\0')}\0`
}

function wakeByValue(
  values: ReadonlyMap<string, number[]>,
  folded: string | readonly string[] | undefined,
  woken: number[],
): void {
  if (typeof folded === 'string') append(woken, values.get(folded))
  else if (folded) for (const text of folded) append(woken, values.get(text))
}

function wakeByAddress(watch: Watch, addresses: readonly Address[], woken: number[]): void {
  if (addresses.length === 0) return
  watch.table ??= createNetworkTable(watch.networks)
  for (const address of addresses) append(woken, watch.table.find(address))
}
