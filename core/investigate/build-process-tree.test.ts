import { describe, expect, it } from 'vitest'
import { createChance } from '../../e2e/testkit/create-chance.ts'
import { addNamedParent } from './add-named-parent.ts'
import { buildProcessTree } from './build-process-tree.ts'
import { extendProcessTree } from './extend-process-tree.ts'
import type { ProcessStep } from './process-step.ts'

const SECOND = 1_000_000_000n
const ALL = { up: 20, down: 3, most: 500 }

function step(name: string, seconds: number, ids: Partial<ProcessStep>): ProcessStep {
  const none = { entityId: undefined, pid: undefined, parentEntityId: undefined, parentPid: undefined }
  const time = BigInt(seconds) * SECOND
  return { kind: 'start', eventId: name, executable: name, parentExecutable: '', time, ...none, ...ids }
}

function tree(seed: ProcessStep, steps: readonly ProcessStep[], bounds = ALL) {
  const { nodes, ...rest } = buildProcessTree(seed, steps, bounds)
  const lines = nodes.map(({ process, level, parent }) => {
    const above = parent === undefined ? '' : ` < ${nodes[parent]?.process.executable}`
    return `${level} ${process.executable}${above}`
  })
  return { lines, ...rest }
}

describe('a tree of processes', () => {
  const shell = step('shell', 10, { pid: 5, parentPid: 1 })
  const word = step('word', 20, { pid: 6, parentPid: 5 })
  const script = step('script', 30, { pid: 7, parentPid: 6 })

  it('goes up and down from the one asked about, in whatever order the steps came', () => {
    expect(tree(word, [script, shell, word])).toEqual({
      lines: ['-1 shell', '0 word < shell', '1 script < word'],
      truncated: false,
      sought: { entityId: undefined, pid: 1 },
    })
  })

  it('takes the newest holder of a reused pid that started before the child', () => {
    const reused = step('calc', 25, { pid: 6, parentPid: 5 })
    const child = step('child', 40, { pid: 8, parentPid: 6 })
    const steps = [child, script, reused, shell, word]
    expect(tree(child, steps).lines).toEqual(['-2 shell', '-1 calc < shell', '0 child < calc'])
    expect(tree(word, steps).lines).toEqual(['-1 shell', '0 word < shell'])
    expect(tree(reused, steps).lines).toEqual([
      '-1 shell',
      '0 calc < shell',
      '1 script < calc',
      '1 child < calc',
    ])
  })

  it('knows no parent that had ended before', () => {
    const end = step('end', 25, { kind: 'end', pid: 6 })
    expect(tree(script, [shell, word, end, script])).toMatchObject({
      lines: ['0 script'],
      sought: undefined,
    })
  })

  it('goes by entity id where there is one, whatever the clocks say', () => {
    const a = step('a', 90, { entityId: 'A', pid: 6 })
    const b = step('b', 20, { entityId: 'B', pid: 6 })
    const child = step('c', 30, { entityId: 'C', pid: 9, parentEntityId: 'A', parentPid: 6 })
    expect(tree(child, [a, b, child]).lines).toEqual(['-1 a', '0 c < a'])
    const stray = step('d', 30, { entityId: 'D', parentEntityId: 'gone', parentPid: 6 })
    expect(tree(stray, [b, stray])).toMatchObject({
      lines: ['0 d'],
      sought: { entityId: 'gone', pid: undefined },
    })
  })

  it('takes two logs of one start, and a program that became another, for one process', () => {
    const sysmon = step('cmd', 20, { entityId: 'G', pid: 6, parentPid: 5 })
    const security = step('CMD', 21, { pid: 6, parentPid: 5 })
    expect(tree(script, [shell, security, sysmon, script]).lines).toEqual([
      '-2 shell',
      '-1 CMD < shell',
      '0 script < CMD',
    ])
  })

  it('finds the process of an event that tells of no start', () => {
    const connection = step('net', 35, { pid: 6 })
    expect(tree(connection, [shell, word, script]).lines).toEqual([
      '-1 shell',
      '0 word < shell',
      '1 script < word',
    ])
    const unlogged = step('net', 35, { pid: 6, parentPid: 5, executable: 'service' })
    expect(tree(unlogged, [script]).lines).toEqual(['0 service', '1 script < service'])
    const later = step('net', 60, { pid: 6, executable: 'other' })
    const end = step('end', 40, { kind: 'end', pid: 6 })
    const child = step('child', 70, { pid: 8, parentPid: 6 })
    expect(tree(later, [shell, word, script, end, child]).lines).toEqual(['0 other', '1 child < other'])
  })

  it('goes further up when more becomes known', () => {
    const known = buildProcessTree(script, [word, script], ALL)
    expect(known.sought).toEqual({ entityId: undefined, pid: 5 })
    const init = step('init', 1, { pid: 1 })
    const { nodes, sought } = extendProcessTree(known, [step('older', 2, { pid: 5 }), shell, init], 20)
    expect(nodes.map(({ process, level, parent }) => [level, process.executable, parent])).toEqual([
      [-3, 'init', undefined],
      [-2, 'shell', 0],
      [-1, 'word', 1],
      [0, 'script', 2],
    ])
    expect(sought).toBeUndefined()
    expect(extendProcessTree(known, [], 20)).toEqual({ ...known, sought: undefined })
    expect(extendProcessTree(known, [shell, init], 2).nodes).toHaveLength(3)
  })

  it('has the parent of the topmost that only its child names', () => {
    const child = step('child', 20, {
      pid: 6,
      parentPid: 5,
      parentEntityId: 'P',
      parentExecutable: 'gone.exe',
    })
    const { nodes } = buildProcessTree(script, [child, script], ALL)
    const told = addNamedParent(nodes, 20).map(({ process, level, parent }) => [
      level,
      process.executable,
      parent,
    ])
    expect(told).toEqual([
      [-2, 'gone.exe', undefined],
      [-1, 'child', 0],
      [0, 'script', 1],
    ])
    expect(addNamedParent(nodes, 20)[0]?.process).toMatchObject({ entityId: 'P', pid: 5, starts: [] })
    expect(addNamedParent(nodes, 1)).toEqual(nodes)
    expect(addNamedParent(buildProcessTree(word, [word], ALL).nodes, 20)).toHaveLength(1)
  })

  it('ends where loops and bounds say', () => {
    const a = step('a', 1, { entityId: 'A', parentEntityId: 'B' })
    const b = step('b', 2, { entityId: 'B', parentEntityId: 'A' })
    expect(tree(a, [a, b]).lines).toEqual(['-1 b', '0 a < b'])
    const line = Array.from({ length: 9 }, (_, n) => step(`p${n}`, n, { pid: n, parentPid: n - 1 }))
    const focus = line[4] as ProcessStep
    expect(tree(focus, line, { up: 2, down: 1, most: 500 })).toEqual({
      lines: ['-2 p2', '-1 p3 < p2', '0 p4 < p3', '1 p5 < p4'],
      truncated: true,
      sought: undefined,
    })
    expect(tree(focus, line, { up: 0, down: 3, most: 3 }).lines).toHaveLength(3)
  })
})

interface Alive {
  name: string
  pid: number
  parent: Alive | undefined
}

/** A host with few pids, so that each is used again and again; the truth is in the names. */
function live(seed: number, { guids, ends }: { guids: boolean; ends: boolean }) {
  const chance = createChance(seed)
  const steps: ProcessStep[] = []
  const all: Alive[] = []
  let alive: Alive[] = []
  for (let moment = 1; moment < 120; moment++) {
    // Slower than two seconds: without ends nothing else tells a reused pid from a second log.
    const seconds = moment * 3
    if (alive.length > 4 && chance.happens(0.6)) {
      const dying = chance.pick(alive)
      alive = alive.filter((one) => one !== dying)
      const ids = { pid: dying.pid, entityId: guids ? dying.name : undefined }
      if (ends) steps.push(step(`end of ${dying.name}`, seconds, { kind: 'end', ...ids }))
      continue
    }
    const free = [1, 2, 3, 4, 5, 6, 7].filter((pid) => alive.every((one) => one.pid !== pid))
    if (free.length === 0) continue
    const parent = alive.length > 0 ? chance.pick(alive) : undefined
    const born = { name: `process ${moment}`, pid: chance.pick(free), parent }
    alive.push(born)
    all.push(born)
    const parentIds = { parentPid: parent?.pid, parentEntityId: guids ? parent?.name : undefined }
    steps.push(
      step(born.name, seconds, { pid: born.pid, entityId: guids ? born.name : undefined, ...parentIds }),
    )
  }
  for (let place = steps.length - 1; place > 0; place--) {
    const other = chance.below(place + 1)
    ;[steps[place], steps[other]] = [steps[other] as ProcessStep, steps[place] as ProcessStep]
  }
  return { steps, all }
}

describe('on a host that uses its pids again', () => {
  const kinds = [true, false].flatMap((guids) => [true, false].map((ends) => ({ guids, ends })))

  it.each(kinds)('finds each ancestor and descendant: %o', ({ guids, ends }) => {
    for (let seed = 1; seed <= 8; seed++) {
      const { steps, all } = live(seed, { guids, ends })
      for (const process of all) {
        const told = steps.find(({ eventId }) => eventId === process.name) as ProcessStep
        const { nodes } = buildProcessTree(told, steps, { up: 200, down: 200, most: 500 })
        const names = (side: (level: number) => boolean) =>
          nodes.filter(({ level }) => side(level)).map((node) => node.process.executable)
        expect(names((level) => level < 0).reverse()).toEqual(ancestorsOf(process))
        const descendants = all.filter((one) => ancestorsOf(one).includes(process.name))
        expect(names((level) => level > 0).sort()).toEqual(descendants.map(({ name }) => name).sort())
      }
    }
  })
})

function ancestorsOf({ parent }: Alive): string[] {
  return parent ? [parent.name, ...ancestorsOf(parent)] : []
}
