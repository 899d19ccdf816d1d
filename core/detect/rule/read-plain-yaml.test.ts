import { expect, test } from 'vitest'
import { readPlainYaml } from './read-plain-yaml.ts'
import { readWholeYaml } from './read-whole-yaml.ts'

const SAMPLE = `# Before
title: Tools started # why
id: 1
description: |
    First line.

      Deeper: 'line'
    # no comment
date: 2026-11-23
"quoted key": ~
'it''s': ''
empty:
list:
- -a
-   'b' # c
- key: x:y
  other: "z"

  deeper:
    - 007
    - True
- -5
detection:
  selection with space:
      'Image|endswith': '\\a.exe'
      url: http://x/#y
  condition: 1 of sel*
---
title: Second
---

a:
  - |-
    text
    more
  - b
`

/** What the whole of YAML makes of a text, or undefined where it finds an error. */
function whole(text: string) {
  let wrong = false
  const documents = readWholeYaml(text, () => {
    wrong = true
  })
  return wrong ? undefined : documents
}

test('reads what the whole of YAML reads, to the offset', () => {
  const documents = readPlainYaml(SAMPLE)
  expect(documents).toHaveLength(3)
  expect(documents).toEqual(whole(SAMPLE))
})

test.each([
  ['flow', 'a: [b]'],
  ['an anchor', 'a: &b c'],
  ['an alias', 'a: *b'],
  ['a tag', 'a: !!str 1'],
  ['a folded block', 'a: >\n  b\n'],
  ['a plain scalar on two lines', 'a: b\n  c'],
  ['a quoted one on two lines', "a: 'b\n  c'"],
  ['escapes', 'a: "\\n"'],
  ['a float', 'a: 1.5'],
  ['a tab', 'a:\tb'],
  ['a directive', '%YAML 1.1\n---\na: b'],
  ['a duplicate key', 'a: b\na: c'],
  ['a wrong indent', 'a:\n    b: c\n  d: e\n'],
  ['a complex key', '? a\n: b'],
  ['too deep', Array.from({ length: 40 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
])('leaves %s to it', (_, text) => {
  expect(readPlainYaml(text)).toBeUndefined()
})

test('never reads a damaged text otherwise', () => {
  const pieces = [
    ' ',
    '\n',
    ':',
    '#',
    '-',
    "'",
    '"',
    '|',
    ' #',
    ': ',
    '\n\n',
    '\n- ',
    '  ',
    '---',
    '---\n',
    'x',
    '?',
    '0x1',
  ]
  let read = 0
  let seed = 1
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  for (let round = 0; round < 4_000; round++) {
    let text = SAMPLE
    for (let edits = 1 + random(2); edits > 0; edits--) {
      const at = random(text.length)
      text =
        text.slice(0, at) + (random(3) > 0 ? pieces[random(pieces.length)] : '') + text.slice(at + random(4))
    }
    const documents = readPlainYaml(text)
    if (!documents) continue
    read++
    expect(documents, text).toEqual(whole(text))
  }
  expect(read).toBeGreaterThan(1_000)
})
