import type { Fields } from '../../event/event.ts'
import { startSystemEvent } from '../linux/start-system-event.ts'
import type { Line, Parsed, Parser } from '../parser.ts'

type Read = (fields: Fields, said: string) => void

/** What the search looks at: kernel lines are short. */
const MAX_SAID = 1_000

/** `usb 1-1: New USB device found, idVendor=0000, idProduct=1111, bcdDevice=65.10` */
const usbFound: Read = (fields, said) => {
  fields['event.action'] = 'usb-device-connected'
  const [, vendor, product] = /idVendor=([0-9a-f]{4}), idProduct=([0-9a-f]{4})/.exec(said) ?? []
  if (vendor !== undefined) fields['device.manufacturer'] = vendor
  if (product !== undefined) fields['device.model.identifier'] = product
}

/** `Out of memory: Killed process 812 (backupd) total-vm:...` */
const outOfMemory: Read = (fields, said) => {
  fields['event.action'] = 'out-of-memory'
  const [, pid, name] = /[Kk]ill(?:ed)? process (\d{1,10}) \(([^)]{1,64})\)/.exec(said) ?? []
  if (pid === undefined || name === undefined) return
  fields['process.pid'] = Number(pid)
  fields['process.name'] = name
}

/** `backupd[812]: segfault at 0 ip ... error 4 in libc.so[...]` */
const crashed: Read = (fields, said) => {
  fields['event.action'] = 'process-crashed'
  const [, name, pid] =
    /([\w./-]{1,64})\[(\d{1,10})\]:? (?:segfault|general protection|trap )/.exec(said) ?? []
  if (name === undefined) return
  fields['process.pid'] = Number(pid)
  fields['process.name'] = name
}

/** `device eth0 entered promiscuous mode` */
const promiscuous: Read = (fields, said) => {
  fields['event.action'] = said.includes(' left ') ? 'promiscuous-mode-left' : 'promiscuous-mode-entered'
  const name = /(?:device )?([\w.@-]{1,32}):? (?:entered|left)/.exec(said)?.[1]
  if (name !== undefined) fields['network.name'] = name
}

const action =
  (name: string): Read =>
  (fields) => {
    fields['event.action'] = name
  }

/** By words anywhere in the message. */
const MESSAGES: readonly (readonly [words: string, read: Read])[] = [
  ['New USB device found', usbFound],
  ['USB disconnect', action('usb-device-disconnected')],
  ['Out of memory', outOfMemory],
  ['oom-kill', action('out-of-memory')],
  [' promiscuous mode', promiscuous],
  ['segfault at ', crashed],
  ['general protection', crashed],
  ['possible SYN flooding', action('syn-flooding')],
  ['martian source', action('martian-packet')],
  ['module verification failed', action('unsigned-module-loaded')],
  ['loading out-of-tree module taints', action('unsigned-module-loaded')],
  ['I/O error', action('disk-error')],
  ['Kernel panic', action('kernel-panic')],
  ['Linux version ', action('host-started')],
]

/** `[ 1234.567890] ` since the start of the machine. */
const UPTIME = /^\[ {0,6}\d{1,10}\.\d{1,6}\] /

function parse({ text }: Line): Parsed | undefined {
  const said = text.slice(UPTIME.exec(text.slice(0, 32))?.[0].length ?? 0, MAX_SAID)
  // Packets and audit records have parsers of their own; unread by those they are no more than syslog.
  if (said.startsWith('audit') || said.startsWith('type=') || said.includes(' OUT=')) return undefined
  const fields = startSystemEvent('kernel', text)
  for (const [words, read] of MESSAGES) {
    if (!said.includes(words)) continue
    read(fields, said)
    break
  }
  return { time: undefined, fields }
}

export const parser: Parser = {
  name: 'kernel',
  reads: "USB devices, crashes, memory that ran out, network cards that listen to all, of Linux's kernel",
  version: 1,
  clues: [{ program: 'kernel' }],
  rank: -2,
  ownNames: true,
  parse,
  samples: [
    '[  195.634715] usb 1-1: New USB device found, idVendor=0000, idProduct=1111, bcdDevice=65.10',
    'Out of memory: Killed process 812 (backupd) total-vm:17000kB, anon-rss:900kB',
    'device eth0 entered promiscuous mode',
    'backupd[812]: segfault at 0 ip 00007f0000000000 sp 00007ffd00000000 error 4 in libc.so.6',
  ],
}
