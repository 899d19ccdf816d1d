import { describe, expect, it } from 'vitest'
import type { Fields } from '../event/event.ts'
import { createEnrich } from './create-enrich.ts'
import { ENRICHERS, type EnricherName } from './enricher.ts'

const only = (name: EnricherName) => createEnrich({ off: ENRICHERS.filter((other) => other !== name) })
const enriched = (name: EnricherName, fields: Fields): Fields => {
  only(name)(fields)
  return fields
}

describe('url', () => {
  it('takes a whole URL apart and keeps what is there', () => {
    const fields = { 'url.original': 'https://anna@example.org:8443/a/b.php?x=1#top', 'url.scheme': 'kept' }
    expect(enriched('url', fields)).toMatchObject({
      ...{ 'url.scheme': 'kept', 'url.domain': 'example.org', 'url.port': 8443, 'url.path': '/a/b.php' },
      ...{ 'url.query': 'x=1', 'url.fragment': 'top', 'url.extension': 'php', 'url.username': 'anna' },
    })
  })

  it.each(['/just/a/path', 'http://', 'not a url://', `http://example.org/${'a'.repeat(9_000)}`])(
    'leaves %s',
    (original) => expect(enriched('url', { 'url.original': original })).toEqual({ 'url.original': original }),
  )
})

describe('domain', () => {
  it('splits by the public suffix list', () => {
    const fields = { 'url.domain': 'www.shop.example.co.uk', 'dns.question.name': 'a.example.org.' }
    expect(enriched('domain', fields)).toMatchObject({
      ...{
        'url.registered_domain': 'example.co.uk',
        'url.top_level_domain': 'co.uk',
        'url.subdomain': 'www.shop',
      },
      ...{ 'dns.question.registered_domain': 'example.org', 'dns.question.subdomain': 'a' },
    })
  })

  it.each(['10.0.0.7', 'localhost', '..', 'com'])('has nothing to say of %s', (name) => {
    expect(enriched('domain', { 'url.domain': name })).toEqual({ 'url.domain': name })
  })
})

describe('hash', () => {
  it('tells the kind by its length', () => {
    const md5 = 'D41D8CD98F00B204E9800998ECF8427E'
    expect(enriched('hash', { hash: md5 })['file.hash.md5']).toBe(md5.toLowerCase())
    expect(enriched('hash', { 'process.hash': 'a'.repeat(64) })['process.hash.sha256']).toBe('a'.repeat(64))
    expect(enriched('hash', { hash: 'a'.repeat(33) })).toEqual({ hash: 'a'.repeat(33) })
    expect(enriched('hash', { hash: 'x'.repeat(32) })).toEqual({ hash: 'x'.repeat(32) })
  })
})

describe('network', () => {
  it.each([
    ['10.0.0.7', '192.168.1.1', 'internal'],
    ['10.0.0.7', '8.8.8.8', 'outbound'],
    ['9.9.9.9', '172.31.0.1', 'inbound'],
    ['9.9.9.9', '8.8.8.8', 'external'],
    ['fe80::1', '2606:4700::1111', 'outbound'],
    ['10.0.0.7', '224.0.0.1', undefined],
    ['192.0.2.1', '10.0.0.7', undefined],
    ['172.32.0.1', '10.0.0.7', 'inbound'],
    ['::1', '::ffff:100.64.0.1', 'internal'],
  ])('%s to %s is %s', (source, destination, direction) => {
    const fields = enriched('network', { 'source.ip': source, 'destination.ip': destination })
    expect(fields['network.direction']).toBe(direction)
    expect(fields['network.type']).toBe(source.includes(':') ? 'ipv6' : 'ipv4')
  })

  it('leaves what the log says', () => {
    const fields = { 'source.ip': '10.0.0.7', 'destination.ip': '8.8.8.8', 'network.direction': 'egress' }
    expect(enriched('network', fields)['network.direction']).toBe('egress')
  })
})

describe('community-id', () => {
  // From the specification's own examples.
  const flow = {
    ...{ 'source.ip': '128.232.110.120', 'source.port': 34_855 },
    ...{ 'destination.ip': '66.35.250.204', 'destination.port': 80, 'network.transport': 'tcp' },
  }

  it('is the one of the specification, in both directions', () => {
    expect(enriched('community-id', { ...flow })['network.community_id']).toBe(
      '1:LQU9qZlK+B5F3KDmev6m5PMibrg=',
    )
    const back = {
      ...{ 'source.ip': flow['destination.ip'], 'source.port': flow['destination.port'] },
      ...{ 'destination.ip': flow['source.ip'], 'destination.port': flow['source.port'] },
      'network.transport': 'tcp',
    }
    expect(enriched('community-id', back)['network.community_id']).toBe('1:LQU9qZlK+B5F3KDmev6m5PMibrg=')
  })

  it('needs addresses, ports and a protocol that has them', () => {
    for (const without of Object.keys(flow)) {
      const fields: Fields = Object.fromEntries(Object.entries(flow).filter(([name]) => name !== without))
      expect(enriched('community-id', fields)['network.community_id'], without).toBeUndefined()
    }
    expect(enriched('community-id', { ...flow, 'network.transport': 'icmp' })).not.toHaveProperty([
      'network.community_id',
    ])
  })
})

describe('geo', () => {
  const tables = [
    () => ({
      country: { iso_code: 'NL', names: { en: 'Netherlands' } },
      location: { latitude: 52.3, longitude: 4.9 },
    }),
    () => ({
      country_code: 'XX',
      autonomous_system_number: 64_500,
      autonomous_system_organization: 'Example',
    }),
    () => null,
  ]
  const enrich = createEnrich({ off: ENRICHERS.filter((name) => name !== 'geo'), geoTables: tables })

  it('asks one table after the other, for public addresses', () => {
    const fields: Fields = { 'source.ip': '9.9.9.9', 'destination.ip': '10.0.0.7' }
    enrich(fields)
    expect(fields).toEqual({
      ...{ 'source.ip': '9.9.9.9', 'destination.ip': '10.0.0.7' },
      ...{ 'source.geo.country_iso_code': 'NL', 'source.geo.country_name': 'Netherlands' },
      ...{ 'source.geo.location.lat': 52.3, 'source.geo.location.lon': 4.9 },
      ...{ 'source.as.number': 64_500, 'source.as.organization.name': 'Example' },
    })
  })
})

describe('user-agent', () => {
  const original = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0'

  it('names browser and system', () => {
    expect(enriched('user-agent', { 'user_agent.original': original })).toMatchObject({
      ...{ 'user_agent.name': 'Firefox', 'user_agent.version': '128.0', 'user_agent.os.name': 'Windows' },
      'user_agent.os.full': 'Windows 10',
    })
  })

  it.each([
    ['curl/8.5.0', { 'user_agent.name': 'curl', 'user_agent.version': '8.5.0' }],
    ['python-requests/2.31.0', { 'user_agent.name': 'python-requests', 'user_agent.version': '2.31.0' }],
    ['Go-http-client/1.1', { 'user_agent.name': 'Go-http-client' }],
    ['mozilla/5.0', {}],
    ['../../etc/1', {}],
  ])('names the program %s', (text, expected) => {
    const fields: Fields = { 'user_agent.original': text }
    expect(enriched('user-agent', fields)).toEqual(expect.objectContaining(expected))
    if (Object.keys(expected).length === 0) expect(fields).toEqual({ 'user_agent.original': text })
  })

  it('stays when a product said it, or nobody knows it', () => {
    const said = { 'user_agent.original': original, 'user_agent.name': 'Mine' }
    expect(enriched('user-agent', { ...said })).toEqual(said)
    expect(enriched('user-agent', { 'user_agent.original': '-' })).toEqual({ 'user_agent.original': '-' })
  })
})

describe('related', () => {
  it('gathers values, each once, beside those that are there', () => {
    const fields: Fields = {
      ...{ 'source.ip': '10.0.0.7', 'destination.ip': '10.0.0.8', 'client.ip': '10.0.0.7' },
      ...{ 'user.name': 'anna', 'user.target.name': '-', 'file.hash.md5': 'abc', 'related.user': ['bob'] },
      'host.name': 'ws01',
    }
    expect(enriched('related', fields)).toMatchObject({
      ...{ 'related.ip': ['10.0.0.7', '10.0.0.8'], 'related.user': ['bob', 'anna'] },
      ...{ 'related.hosts': ['ws01'], 'related.hash': ['abc'] },
    })
  })

  it('is bounded', () => {
    const many = Array.from({ length: 500 }, (_, i) => `10.0.${i >> 8}.${i & 255}`)
    expect(enriched('related', { 'source.ip': many })['related.ip']).toHaveLength(100)
  })
})

it('does nothing when all are off', () => {
  const fields: Fields = { 'source.ip': '10.0.0.7', hash: 'a'.repeat(32) }
  createEnrich({ off: ENRICHERS })(fields)
  expect(fields).toEqual({ 'source.ip': '10.0.0.7', hash: 'a'.repeat(32) })
})
