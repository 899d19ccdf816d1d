import { afterAll, beforeAll, expect, it } from 'vitest'
import { annotateEvent } from '#core/records/annotations/annotate-event'
import { setTenantRetention } from '#core/records/tenants'
import { eventIdOf, NOON, RANGE } from '../../../e2e/testkit/fill-with-logins.ts'
import { type LoginWorld, loginWorld } from '../../../e2e/testkit/login-world.ts'
import { encodeGlobalId } from '../global-id.ts'

const ANNOTATE =
  'mutation($input: AnnotateEventInput!) { annotateEvent(input: $input) { annotation { id kind text isMine canChange event { message } } userErrors { code } } }'
const CHANGE =
  'mutation($input: ChangeNoteInput!) { changeNote(input: $input) { annotation { text changedAt } userErrors { code } } }'
const REMOVE =
  'mutation($input: RemoveAnnotationInput!) { removeAnnotation(input: $input) { removedId userErrors { code } } }'
const LIST = `query($tenants: [ID!]!, $range: TimeRange!, $kind: AnnotationKind, $tag: String, $first: Int, $after: String) {
  annotations(tenants: $tenants, range: $range, kind: $kind, tag: $tag, first: $first, after: $after) {
    edges { node { id kind text eventId tenant { slug } } }
    pageInfo { hasNextPage endCursor }
  }
}`
const OF_EVENTS = `query($tenants: [ID!]!, $range: TimeRange!) {
  events(tenants: $tenants, filter: { range: $range }) { edges { node { message annotations { kind text } } } }
}`

let world: LoginWorld
let analyst: string
let other: string
let admin: string
let reader: string
let theirs: string

beforeAll(async () => {
  world = await loginWorld()
  ;[analyst, other, admin, reader, theirs] = await Promise.all([
    world.token('ours', 'analyst'),
    world.token('ours', 'analyst'),
    world.token('ours', 'admin'),
    world.token('ours', 'reader'),
    world.token('theirs', 'admin'),
  ])
})
afterAll(() => world.close())

/** Its id is equal in both tenants. */
function event(index: number, whose: 'ours' | 'theirs' = 'ours'): string {
  const time = BigInt(NOON) * 1_000_000n + BigInt(index) * 60_000_000_001n
  return encodeGlobalId({ type: 'Event', tenantId: world[whose].tenantId, id: eventIdOf(index), time })
}

interface Made {
  annotateEvent: { annotation: { id: string; text: string } | null; userErrors: { code: string }[] }
}

async function annotate(token: string, input: Record<string, unknown>): Promise<Made['annotateEvent']> {
  const answer = await world.ask(token, ANNOTATE, { input })
  expect(answer.errors).toBeUndefined()
  return (answer.data as Made).annotateEvent
}
const idOf = ({ annotation }: Made['annotateEvent']) => annotation?.id ?? ''

interface Listed {
  annotations: {
    edges: { node: { id: string; kind: string; text: string; tenant: { slug: string } } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string }
  }
}

async function list(token: string, slug: string, variables: Record<string, unknown> = {}) {
  const answer = await world.ask(token, LIST, { tenants: [slug], range: RANGE, ...variables })
  expect(answer.errors).toBeUndefined()
  return (answer.data as Listed).annotations
}
const textsOf = ({ edges }: Listed['annotations']) => edges.map(({ node }) => `${node.kind} ${node.text}`)

it('pins, tags and notes are kept on events, listed by their time and page by page, in their tenant alone', async () => {
  const pinned = await annotate(analyst, { event: event(2), kind: 'pin' })
  expect(pinned).toEqual({
    annotation: {
      ...{ id: expect.any(String), kind: 'pin', text: '', isMine: true, canChange: true },
      event: { message: 'number 2' },
    },
    userErrors: [],
  })
  // Done twice it is done once.
  expect(idOf(await annotate(analyst, { event: event(2), kind: 'pin' }))).toBe(idOf(pinned))
  expect(idOf(await annotate(other, { event: event(2), kind: 'pin' }))).not.toBe(idOf(pinned))
  const tagged = await annotate(analyst, { event: event(3), kind: 'tag', text: ' Night Shift ' })
  expect(tagged.annotation?.text).toBe('night shift')
  expect(idOf(await annotate(other, { event: event(3), kind: 'tag', text: 'night shift' }))).toBe(
    idOf(tagged),
  )
  await annotate(analyst, { event: event(4), kind: 'note', text: '<img src=x onerror=alert(1)> {{7*7}}\0' })
  // The same ids over there.
  await annotate(theirs, { event: event(2, 'theirs'), kind: 'note', text: 'theirs alone' })

  const all = await list(reader, 'ours')
  expect(textsOf(all)).toEqual([
    'note <img src=x onerror=alert(1)> {{7*7}}\uFFFD',
    'tag night shift',
    'pin ',
    'pin ',
  ])
  expect(all.edges.every(({ node }) => node.tenant.slug === 'ours')).toBe(true)
  expect(textsOf(await list(theirs, 'theirs'))).toEqual(['note theirs alone'])
  expect(textsOf(await list(reader, 'ours', { kind: 'pin' }))).toEqual(['pin ', 'pin '])
  expect(textsOf(await list(reader, 'ours', { tag: 'night shift' }))).toEqual(['tag night shift'])
  expect(textsOf(await list(reader, 'ours', { tag: "' OR true --" }))).toEqual([])
  const first = await list(reader, 'ours', { first: 3 })
  expect(first.pageInfo.hasNextPage).toBe(true)
  const rest = await list(reader, 'ours', { first: 3, after: first.pageInfo.endCursor })
  expect([...textsOf(first), ...textsOf(rest)]).toEqual(textsOf(all))
  const early = { from: RANGE.from, to: new Date(NOON).toISOString() }
  expect(textsOf(await list(reader, 'ours', { range: early }))).toEqual([])
})

it('a list of events has those of each, and none of another tenant', async () => {
  const answer = await world.ask(reader, OF_EVENTS, { tenants: ['ours'], range: RANGE })
  const { events } = answer.data as {
    events: { edges: { node: { message: string; annotations: { text: string }[] } }[] }
  }
  const texts = new Map(
    events.edges.map(({ node }) => [node.message, node.annotations.map(({ text }) => text)]),
  )
  expect(texts.get('number 2')).toEqual(['', ''])
  expect(texts.get('number 3')).toEqual(['night shift'])
  expect(texts.get('number 5')).toEqual([])
  expect([...texts.values()].flat()).not.toContain('theirs alone')
})

it('people change and remove what is theirs, admins all of it, and nobody from outside', async () => {
  const made = await annotate(analyst, { event: event(6), kind: 'note', text: 'first' })
  const id = idOf(made)
  const change = async (token: string, text: string) =>
    (await world.ask(token, CHANGE, { input: { id, text } })).data as {
      changeNote: { annotation: { text: string } | null; userErrors: { code: string }[] }
    }
  for (const [token, code] of [
    [other, 'FORBIDDEN'],
    [reader, 'FORBIDDEN'],
    [theirs, 'NOT_FOUND'],
  ] as const) {
    expect((await change(token, 'not mine')).changeNote).toEqual({ annotation: null, userErrors: [{ code }] })
    const gone = await world.ask(token, REMOVE, { input: { id } })
    expect(gone.data).toEqual({ removeAnnotation: { removedId: null, userErrors: [{ code }] } })
  }
  expect((await change(analyst, ' second ')).changeNote.annotation).toMatchObject({
    text: 'second',
    changedAt: expect.any(String),
  })
  expect((await change(admin, 'third')).changeNote.annotation?.text).toBe('third')
  const node = 'query($id: ID!) { node(id: $id) { ... on EventAnnotation { text canChange isMine } } }'
  expect((await world.ask(other, node, { id })).data).toEqual({
    node: { text: 'third', canChange: false, isMine: false },
  })
  expect((await world.ask(theirs, node, { id })).data).toEqual({ node: null })
  const tag = await annotate(analyst, { event: event(6), kind: 'tag', text: 'word' })
  const words = await world.ask(analyst, CHANGE, { input: { id: idOf(tag), text: 'other word' } })
  expect(words.data).toMatchObject({ changeNote: { userErrors: [{ code: 'BAD_USER_INPUT' }] } })
  for (const [token, one] of [
    [admin, id],
    [analyst, idOf(tag)],
  ] as const)
    expect((await world.ask(token, REMOVE, { input: { id: one } })).data).toEqual({
      removeAnnotation: { removedId: one, userErrors: [] },
    })
  expect((await world.ask(analyst, node, { id })).data).toEqual({ node: null })
})

it('takes only events that are there, words that say something, and no reader', async () => {
  for (const [token, input, code] of [
    [reader, { event: event(1), kind: 'pin' }, 'FORBIDDEN'],
    [theirs, { event: event(1), kind: 'pin' }, 'NOT_FOUND'],
    [analyst, { event: event(1, 'theirs'), kind: 'pin' }, 'NOT_FOUND'],
    [analyst, { event: event(77), kind: 'pin' }, 'NOT_FOUND'],
    [analyst, { event: 'no id', kind: 'pin' }, 'NOT_FOUND'],
    [analyst, { event: event(1), kind: 'note', text: ' ' }, 'BAD_USER_INPUT'],
    [analyst, { event: event(1), kind: 'note', text: 'x'.repeat(4_001) }, 'BAD_USER_INPUT'],
    [analyst, { event: event(1), kind: 'tag', text: '#' }, 'BAD_USER_INPUT'],
    [analyst, { event: event(1), kind: 'tag', text: 'x'.repeat(41) }, 'BAD_USER_INPUT'],
  ] as const)
    expect(await annotate(token, input)).toEqual({ annotation: null, userErrors: [{ code }] })
  const foreign = await world.ask(theirs, LIST, { tenants: ['ours'], range: RANGE })
  expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
})

it('an event has room for a hundred', async () => {
  for (let turn = 0; turn < 100; turn++)
    expect((await annotate(analyst, { event: event(8), kind: 'note', text: `${turn}` })).userErrors).toEqual(
      [],
    )
  expect((await annotate(analyst, { event: event(8), kind: 'pin' })).userErrors).toEqual([
    { code: 'BAD_USER_INPUT' },
  ])
})

it('what is kept of an event is shown no longer than the event, and deleted when somebody next keeps something', async () => {
  const { records, ours, ourScope } = world
  const days = (retentionDays: number | null) =>
    setTenantRetention(records, ourScope, { tenantId: ours.tenantId, retentionDays })
  const before = (await list(reader, 'ours')).edges.length
  expect(before).toBeGreaterThan(0)
  // All were received months ago.
  await days(1)
  expect((await list(reader, 'ours')).edges).toEqual([])
  await days(null)
  expect((await list(reader, 'ours')).edges).toHaveLength(before)
  await days(1)
  const fresh = { eventId: eventIdOf(9), time: BigInt(NOON) * 1_000_000n, received: Date.now() }
  const { tenantId } = ours
  const event = { ...fresh, sourceId: crypto.randomUUID() }
  await annotateEvent(records, ourScope, { tenantId, event, kind: 'tag', text: 'new', by: tenantId }, 365)
  await days(null)
  expect(textsOf(await list(reader, 'ours'))).toEqual(['tag new'])
  expect(textsOf(await list(theirs, 'theirs'))).toEqual(['note theirs alone'])
})
