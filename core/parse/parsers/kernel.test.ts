import { expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (message: string) => parseLine(`Mar 10 12:00:00 web01 kernel: ${message}`, 'auto', context)

it.each([
  [
    '[  195.634715] usb 1-1: New USB device found, idVendor=00aa, idProduct=11bb, bcdDevice=65.10',
    {
      'event.action': 'usb-device-connected',
      'device.manufacturer': '00aa',
      'device.model.identifier': '11bb',
    },
  ],
  ['usb 1-1: USB disconnect, device number 2', { 'event.action': 'usb-device-disconnected' }],
  [
    'Out of memory: Killed process 812 (backupd) total-vm:17000kB',
    { 'event.action': 'out-of-memory', 'process.pid': 812, 'process.name': 'backupd' },
  ],
  [
    'backupd[812]: segfault at 0 ip 0 sp 0 error 4 in libc.so.6',
    { 'event.action': 'process-crashed', 'process.name': 'backupd', 'process.pid': 812 },
  ],
  [
    'device eth0 entered promiscuous mode',
    { 'event.action': 'promiscuous-mode-entered', 'network.name': 'eth0' },
  ],
  ['device eth0 left promiscuous mode', { 'event.action': 'promiscuous-mode-left' }],
  ['NFS: server gone', { 'event.provider': 'kernel', 'process.name': 'kernel' }],
])('%s', (message, expected) => {
  expect(read(message)).toMatchObject({ parser: 'kernel@1', fields: { ...expected, message } })
})

it('leaves packets and audit records to others', () => {
  expect(read('[1.0] IN=eth0 OUT= SRC=10.0.0.7').parser).not.toBe('kernel@1')
  expect(read('audit: type=1400 audit(1.1:2): x').parser).not.toBe('kernel@1')
})
