import { describe, expect, it } from 'vitest'
import { createParseLine } from '../parse-line.ts'
import type { ParseContext } from '../parser.ts'

const context: ParseContext = { received: Date.UTC(2026, 2, 11), zoneMinutes: 0 }
const parseLine = createParseLine()
const read = (document: object) => parseLine(JSON.stringify(document), 'auto', context)
const LOGIN = 'Failed password for root from 203.0.113.9 port 40022 ssh2\n'

describe('container-json', () => {
  it("reads docker's json-file", () => {
    const read1 = read({
      log: 'worker 3 started\n',
      stream: 'stderr',
      time: '2026-03-10T12:00:00.5Z',
      attrs: { app: 'x' },
    })
    expect(read1).toEqual({
      parser: 'container-json@1',
      time: 1_773_144_000_500_000_000n,
      fields: {
        'event.dataset': 'docker.container_logs',
        stream: 'stderr',
        'container.labels.app': 'x',
        message: 'worker 3 started',
      },
    })
  })

  it('gives the line to its parser', () => {
    expect(read({ log: LOGIN, stream: 'stdout', time: '2026-03-10T12:00:00Z' })).toMatchObject({
      parser: 'sshd@1',
      fields: { 'source.ip': '203.0.113.9', stream: 'stdout' },
    })
    const json = JSON.stringify({ level: 'warn', msg: 'disk almost full' })
    expect(read({ log: json, stream: 'stdout', time: '2026-03-10T12:00:00Z' }).fields).toMatchObject({
      'log.level': 'warn',
      message: 'disk almost full',
    })
  })

  it('reads the metadata of Fluent Bit', () => {
    const { fields } = read({
      log: 'queue drained',
      kubernetes: {
        pod_name: 'api-7',
        pod_id: 'b7e0',
        namespace_name: 'shop',
        host: 'node1',
        container_name: 'api',
        docker_id: '4f2a',
        labels: { app: 'api' },
      },
    })
    expect(fields).toEqual({
      'event.dataset': 'kubernetes.container_logs',
      'kubernetes.pod.name': 'api-7',
      'kubernetes.pod.uid': 'b7e0',
      'kubernetes.namespace': 'shop',
      'kubernetes.node.name': 'node1',
      'kubernetes.container.name': 'api',
      'kubernetes.labels.app': 'api',
      'container.id': '4f2a',
      'container.name': 'api',
      message: 'queue drained',
    })
  })

  it('reads the metadata of Vector and of Elastic', () => {
    const vector = read({
      message: 'x',
      stream: 'stdout',
      kubernetes: { container_id: 'containerd://4f2a', pod_namespace: 'shop', pod_labels: { tier: 'web' } },
    })
    expect(vector.fields).toMatchObject({
      'container.id': '4f2a',
      'container.runtime': 'containerd',
      'kubernetes.namespace': 'shop',
      'kubernetes.labels.tier': 'web',
    })
    const elastic = read({
      message: 'x',
      stream: 'stdout',
      kubernetes: { pod: { name: 'api-7' }, namespace: 'shop' },
    })
    expect(elastic.fields).toMatchObject({ 'kubernetes.pod.name': 'api-7', 'kubernetes.namespace': 'shop' })
  })

  it('leaves documents without a line alone', () => {
    expect(read({ kubernetes: { pod_name: 'a' }, log: { level: 'x' } }).parser).toBe('json@1')
  })
})
