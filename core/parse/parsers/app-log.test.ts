import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (line: string) => parseLine(line, 'auto', context)
const NOON = 1_773_144_000_000_000_000n
const MS = 1_000_000n

describe('app-log', () => {
  interface Expected {
    level: string | undefined
    logger?: string
    thread?: string
    pid?: number
    message: string
  }
  it.each<[string, Expected]>([
    [
      '2026-03-10 12:00:00,123 INFO [main] org.example.Server: listening on 8080: ok',
      { level: 'info', logger: 'org.example.Server', thread: 'main', message: 'listening on 8080: ok' },
    ],
    [
      '2026-03-10 12:00:00.123  WARN 4711 --- [           nio-1] c.example.Shop          : queue almost full',
      { level: 'warn', logger: 'c.example.Shop', thread: 'nio-1', pid: 4711, message: 'queue almost full' },
    ],
    [
      '2026-03-10 12:00:00,123 - shop.queue - ERROR - cannot reach broker: refused',
      { level: 'error', logger: 'shop.queue', message: 'cannot reach broker: refused' },
    ],
    [
      '[2026-03-10 12:00:00,123] DEBUG [worker 3] lease renewed (org.example.Lease)',
      { level: 'debug', logger: 'org.example.Lease', thread: 'worker 3', message: 'lease renewed' },
    ],
    [
      '[2026-03-10T12:00:00,123][INFO ][o.example.Node           ] [node-1] started',
      { level: 'info', logger: 'o.example.Node', thread: 'node-1', message: 'started' },
    ],
    [
      '2026-03-10 12:00:00,123 [id:3] - INFO  [main:PeerConfig@117] - reading configuration',
      { level: 'info', logger: 'PeerConfig', message: 'reading configuration' },
    ],
    [
      '2026-03-10 12:00:00,123 | INFO  | connector | tcp stopped | org.example.Connector | main',
      { level: 'info', logger: 'org.example.Connector', thread: 'main', message: 'connector | tcp stopped' },
    ],
    [
      '[7] 2026/03/10 12:00:00.123 [INF] client connected',
      { level: 'info', pid: 7, message: 'client connected' },
    ],
    [
      '2026-03-10 12:00:00.123+00:00 [info] <0.229.0> feature flags loaded',
      { level: 'info', thread: '0.229.0', message: 'feature flags loaded' },
    ],
    [
      '[2026-03-10 13:00:00.123 +0100] warning/Writer: queue: 7 items',
      { level: 'warning', logger: 'Writer', message: 'queue: 7 items' },
    ],
    [
      '[2026-03-10 12:00:00,123: INFO/Worker-1] task received',
      { level: 'info', logger: 'Worker-1', message: 'task received' },
    ],
    [
      '[2026-03-10T12:00:00.123Z INFO  shop::http] ready',
      { level: 'info', logger: 'shop::http', message: 'ready' },
    ],
    [
      '20260310-12:0:0:123|Steps|30002|counted: 7',
      { level: undefined, logger: 'Steps', pid: 30002, message: 'counted: 7' },
    ],
    [
      '03-10 12:00:00.123  2227  2230 D TextView: redraw: yes',
      { level: 'debug', logger: 'TextView', pid: 2227, message: 'redraw: yes' },
    ],
    [
      'INFO  [main] 2026-03-10 12:00:00,123 Loader.java:92 - reading settings',
      { level: 'info', thread: 'main', message: 'reading settings' },
    ],
    [
      'nova-api.log.1 2026-03-10 12:00:00.123 4711 INFO nova.api [req-7 - - -] request accepted',
      { level: 'info', logger: 'nova.api', pid: 4711, message: 'request accepted' },
    ],
  ])('%s', (line, { level, logger, message, thread, pid }) => {
    const { parser, time, fields } = read(line)
    expect([parser, time]).toEqual(['app-log@1', NOON + 123n * MS])
    expect([fields['log.level'], fields.message]).toEqual([level, message])
    if (logger !== undefined) expect(fields['log.logger']).toBe(logger)
    if (thread !== undefined) expect(fields['process.thread.name']).toBe(thread)
    if (pid !== undefined) expect(fields['process.pid']).toBe(pid)
  })

  it.each([
    ['260310 120000 567 INFO dfs.DataNode: block received', 'dfs.DataNode', 'block received'],
    ['26/03/10 12:00:00 INFO executor.Backend: task 7 done', 'executor.Backend', 'task 7 done'],
    ['10-Mar-2026 12:00:00.000 INFO [main] org.example.Startup.load started', undefined, undefined],
    ['2026-03-10 12:00:00, Info                  CBS    session opened', 'CBS', 'session opened'],
    ['WARNING:shop.queue:retrying: 3', 'shop.queue', 'retrying: 3'],
  ])('%s', (line, logger, message) => {
    const { time, fields } = read(line)
    if (time !== undefined) expect(time).toBe(NOON)
    if (logger !== undefined) expect([fields['log.logger'], fields.message]).toEqual([logger, message])
  })

  it('reads what a program without levels wrote about another', () => {
    expect(
      read('[03.10 12:00:00] browser.exe - gw.example.org:443 close, 7 bytes sent').fields,
    ).toMatchObject({
      'process.name': 'browser.exe',
      message: 'gw.example.org:443 close, 7 bytes sent',
    })
  })

  it.each([
    '2026-03-10 12:00:00 door 4 opened',
    '2026-03-10 INFO no clock',
    '2026-13-10 12:00:00 INFO x',
    '[not a time] INFO x',
    'INFO without a time',
    'INFORMATION desk',
    '12 apples',
  ])('does not read %s', (line) => expect(read(line).parser).not.toBe('app-log@1'))
})
