import { describe, expect, it } from 'vitest'
import { parseSearch } from './parse-search.ts'
import type { SearchNode } from './search-node.ts'

function treeOf(text: string): SearchNode | undefined {
  const parsed = parseSearch(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  return parsed.tree
}

function errorsOf(text: string) {
  const parsed = parseSearch(text)
  return parsed.ok ? [] : parsed.errors.map(({ message, from, to }) => `${from}-${to} ${message}`)
}

const words = (text: string): SearchNode => ({ kind: 'words', pattern: [{ text }] })
const is = (field: string, text: string): SearchNode => ({ kind: 'is', field, pattern: [{ text }] })

describe('what it reads', () => {
  it.each<[string, SearchNode | undefined]>([
    ['', undefined],
    ['  \n ', undefined],
    ['root', words('root')],
    ['user.name:root', is('user.name', 'root')],
    ['user.name: root', is('user.name', 'root')],
    ['user.name : root', is('user.name', 'root')],
    ['user.name :"root"', is('user.name', 'root')],
    ['-user.name : root', { kind: 'not', node: is('user.name', 'root') }],
    ['user.name : (root)', is('user.name', 'root')],
    ['fe80 ::1', { kind: 'and', nodes: [words('fe80'), words('::1')] }],
    ['"two words"', words('two words')],
    ['user.name:"NT AUTHORITY\\\\SYSTEM"', is('user.name', 'NT AUTHORITY\\SYSTEM')],
    ['@version:x', is('@version', 'x')],
    ['größe:1', is('größe', '1')],
    ['my\\ field:1', is('my field', '1')],
    ['-my\\ field : 1', { kind: 'not', node: is('my field', '1') }],
    ['_exists_:\\#text', { kind: 'exists', field: '#text' }],
    ['app.kubernetes.io\\/name:(web)', is('app.kubernetes.io/name', 'web')],
    ['a\\:b:1', is('a:b', '1')],
    ['\\1st\\(x\\)>"b"', { kind: 'range', field: '1st(x)', low: { value: 'b', inclusive: false } }],
    ['a b', { kind: 'and', nodes: [words('a'), words('b')] }],
    ['a AND b', { kind: 'and', nodes: [words('a'), words('b')] }],
    ['a && b || c', { kind: 'or', nodes: [{ kind: 'and', nodes: [words('a'), words('b')] }, words('c')] }],
    ['a or b and c', { kind: 'or', nodes: [words('a'), { kind: 'and', nodes: [words('b'), words('c')] }] }],
    [
      '(a or b) and Not c',
      {
        kind: 'and',
        nodes: [
          { kind: 'or', nodes: [words('a'), words('b')] },
          { kind: 'not', node: words('c') },
        ],
      },
    ],
    ['not not a', words('a')],
    ['not(a)', { kind: 'not', node: words('a') }],
    ['notable order android', { kind: 'and', nodes: [words('notable'), words('order'), words('android')] }],
    ['"and"', words('and')],
    ['((((a))))', words('a')],
  ])('%s', (text, tree) => {
    expect(treeOf(text)).toEqual(tree)
  })

  it('what has to be absent, in any spelling', () => {
    const not = (node: SearchNode): SearchNode => ({ kind: 'not', node })
    for (const text of ['not a:b', 'NOT a:b', '!a:b', '! a:b', '-a:b', 'not (a:b)', '-(a:b)', '!!!a:b'])
      expect(treeOf(text), text).toEqual(not(is('a', 'b')))
    expect(treeOf('-"a b"')).toEqual(not(words('a b')))
    expect(treeOf('!a')).toEqual(not(words('a')))
    expect(treeOf('a:(!b)')).toEqual(not(is('a', 'b')))
    expect(treeOf('a:(-1 or -(b))')).toEqual({ kind: 'or', nodes: [is('a', '-1'), not(is('a', 'b'))] })
    expect(treeOf('powershell -enc -nop')).toEqual({
      kind: 'and',
      nodes: [words('powershell'), words('-enc'), words('-nop')],
    })
  })

  it('that something is there, as Lucene has it', () => {
    expect(treeOf('_exists_:user.name')).toEqual({ kind: 'exists', field: 'user.name' })
    expect(treeOf('_EXISTS_:user.name')).toEqual({ kind: 'exists', field: 'user.name' })
    expect(errorsOf('_exists_:')).toEqual(['9-9 A field name is missing behind _exists_:'])
  })

  it('times', () => {
    const bound = (value: string, inclusive = true) => ({ value, inclusive })
    expect(treeOf('@timestamp >= now-1h/d')).toEqual({
      kind: 'range',
      field: '@timestamp',
      low: bound('now-1h/d'),
    })
    expect(treeOf('@timestamp:[2026-11-01 TO 2026-11-02T10:00:00Z}')).toMatchObject({
      low: bound('2026-11-01'),
      high: bound('2026-11-02T10:00:00Z', false),
    })
    expect(errorsOf('@Timestamp:yesterday')).toEqual(['11-20 yesterday is not a time'])
    expect(errorsOf('@timestamp:yesterday')).toEqual(['11-20 yesterday is not a time'])
    expect(errorsOf('@timestamp > now-1q')).toEqual(['11-19 now-1q is not a time'])
    expect(errorsOf('@timestamp:2026*')).toEqual(['11-16 2026* is not a time'])
    expect(errorsOf('@timestamp:/x/')).toEqual(['11-14 A time is compared with times only'])
  })

  it('lines with pipes in them as words', () => {
    expect(treeOf('0|acme|gate|x')).toEqual(words('0|acme|gate|x'))
    expect(treeOf('a:x|y')).toEqual(is('a', 'x|y'))
    expect(errorsOf('root | stats count')).toEqual(['5-6 There are no pipes here'])
    expect(errorsOf('root|stats count')).toEqual(['4-5 There are no pipes here'])
    expect(parseSearch('root | stats count')).toMatchObject({
      errors: [
        {
          hint: 'Commands behind | are for the query stats and the search page; to look for a |, quote it',
        },
      ],
    })
    expect(errorsOf('(a | b)')).toEqual(['0-1 The bracket opened here is not closed'])
  })

  it('wildcards, unless they are quoted or escaped', () => {
    expect(treeOf('process.name:power*shell?')).toEqual({
      kind: 'is',
      field: 'process.name',
      pattern: [{ text: 'power' }, '*', { text: 'shell' }, '?'],
    })
    expect(treeOf('"a*"')).toEqual(words('a*'))
    expect(treeOf('a\\*b')).toEqual(words('a*b'))
    expect(treeOf('a**b')).toEqual({ kind: 'words', pattern: [{ text: 'a' }, '*', { text: 'b' }] })
  })

  it('that something is there', () => {
    expect(treeOf('user.name:*')).toEqual({ kind: 'exists', field: 'user.name' })
    for (const text of ['*', '**', '*:*', '(*:*)'])
      expect(treeOf(text)).toEqual({ kind: 'exists', field: 'raw' })
    expect(treeOf('not *:*')).toEqual({ kind: 'not', node: { kind: 'exists', field: 'raw' } })
  })

  it('values in brackets, any of which will do', () => {
    const either: SearchNode = { kind: 'or', nodes: [is('event.code', '4624'), is('event.code', '4625')] }
    expect(treeOf('event.code:(4624 or 4625)')).toEqual(either)
    expect(treeOf('event.code:(4624 4625)')).toEqual(either)
    expect(treeOf('event.code:4624 event.code:4625')).toEqual({ ...either, kind: 'and' })
    expect(treeOf('tags:(a and not b)')).toEqual({
      kind: 'and',
      nodes: [is('tags', 'a'), { kind: 'not', node: is('tags', 'b') }],
    })
    expect(treeOf('tags:(a or (b and c))')).toEqual({
      kind: 'or',
      nodes: [is('tags', 'a'), { kind: 'and', nodes: [is('tags', 'b'), is('tags', 'c')] }],
    })
  })

  it('ranges and comparisons', () => {
    const low = { value: '5', inclusive: true }
    const high = { value: '9', inclusive: false }
    expect(treeOf('source.port >= 5')).toEqual({ kind: 'range', field: 'source.port', low })
    expect(treeOf('source.port:>=5')).toEqual({ kind: 'range', field: 'source.port', low })
    expect(treeOf('source.port<9')).toEqual({ kind: 'range', field: 'source.port', high })
    expect(treeOf('source.port:[5 TO 9}')).toEqual({ kind: 'range', field: 'source.port', low, high })
    expect(treeOf('source.port:[5 to *]')).toEqual({ kind: 'range', field: 'source.port', low })
    expect(treeOf('a:["x y" TO z]')).toMatchObject({
      low: { value: 'x y' },
      high: { value: 'z', inclusive: true },
    })
  })

  it('networks, addresses and expressions', () => {
    expect(treeOf('source.ip:10.0.0.0/8')).toEqual({
      kind: 'network',
      field: 'source.ip',
      network: '10.0.0.0/8',
    })
    expect(treeOf('source.ip:fe80::/10')).toEqual({
      kind: 'network',
      field: 'source.ip',
      network: 'fe80::/10',
    })
    expect(treeOf('source.ip:fe80::1')).toEqual(is('source.ip', 'fe80::1'))
    expect(treeOf('source.ip:::ffff:10.1.2.9')).toEqual(is('source.ip', '::ffff:10.1.2.9'))
    expect(treeOf('-source.ip:::/0')).toEqual({
      kind: 'not',
      node: { kind: 'network', field: 'source.ip', network: '::/0' },
    })
    for (const field of ['source.ip', 'host.ip', 'src_ip', 'c-ip'])
      expect(treeOf(`${field}:"10.0.0.0/8"`)).toEqual({ kind: 'network', field, network: '10.0.0.0/8' })
    expect(treeOf('rule.name:"10.0.0.0/8"')).toEqual(is('rule.name', '10.0.0.0/8'))
    expect(treeOf('"10.0.0.0/8"')).toEqual(words('10.0.0.0/8'))
    expect(treeOf('url.path:/^\\/admin\\/\\d+$/')).toEqual({
      kind: 'regex',
      field: 'url.path',
      regex: '^/admin/\\d+$',
    })
    expect(treeOf('/fail(ed|ure)/ root')).toEqual({
      kind: 'and',
      nodes: [{ kind: 'regex', regex: 'fail(ed|ure)' }, words('root')],
    })
  })

  it('paths, times, links and addresses as plain words', () => {
    for (const text of [
      '/etc/passwd',
      'C:\\Windows\\System32',
      '12:30:05',
      'http://host/a',
      'fe80::1',
      'std::string',
      '-enc',
      'a=b',
      'web/name:80',
    ]) {
      expect(treeOf(text)).toEqual(words(text))
    }
    expect(treeOf('\\"user\\":1')).toEqual(words('"user":1'))
    expect(treeOf('file.path:/etc/passwd')).toEqual(is('file.path', '/etc/passwd'))
    expect(treeOf('file.path:C:\\Users\\*')).toEqual({
      kind: 'is',
      field: 'file.path',
      pattern: [{ text: 'C:\\Users*' }],
    })
    expect(treeOf('file.path:C:\\\\Users\\\\*')).toMatchObject({ pattern: [{ text: 'C:\\Users\\' }, '*'] })
  })
})

describe('what is wrong with it', () => {
  it.each([
    ['user.name:', ['10-10 A value is missing behind user.name:']],
    ['(a or b', ['0-1 The bracket opened here is not closed']],
    ['a) b', ['1-2 There is no ( for this )']],
    ['"abc', ['0-4 The quote opened here is not closed']],
    ['a or', ['4-4 Something is missing here']],
    ['and a', ['0-3 Something is missing before and']],
    ['a:[1 TO', ['2-7 This range is not complete']],
    ['a >', ['2-3 A value is missing behind >']],
    ['source.ip:10.0.0.0/99', ['10-21 10.0.0.0/99 is not a network']],
    ['source.ip:"10.0.0.0/99"', ['10-23 10.0.0.0/99 is not a network']],
    ['()', ['1-1 Something is missing here']],
    ['""', ['0-2 There is nothing between the quotes']],
    [
      'user.name:() or or x:',
      [
        '11-11 A value is missing behind user.name:',
        '16-18 Something is missing before or',
        '21-21 A value is missing behind x:',
      ],
    ],
  ])('%s', (text, errors) => {
    expect(errorsOf(text)).toEqual(errors)
  })

  it('an expression that does not compile, and one that looks around', () => {
    expect(errorsOf('/a(/')).toHaveLength(1)
    expect(errorsOf('x:/(?=a)b/')).toHaveLength(1)
  })

  it('levels that there are not', () => {
    expect(errorsOf('rule.level >= hihg')).toEqual(['11-18 hihg is not a level'])
    expect(errorsOf('rule.level:(low or hihg)')).toEqual(['19-23 hihg is not a level'])
    expect(errorsOf('RULE.LEVEL:hihg')).toEqual(['11-15 hihg is not a level'])
    for (const text of ['rule.level >= High', 'rule.level:High', 'rule.level:hi*', 'rule.level:12'])
      expect(errorsOf(text), text).toEqual([])
  })

  it.each([
    ['source.port:[10 TO 1]', ['12-21 Nothing lies between 10 and 1']],
    ['a:{5 TO 5]', ['2-10 Nothing lies between 5 and 5']],
    ['a:[b TO A]', ['2-10 Nothing lies between b and A']],
    ['source.ip:[10.0.0.30 TO 10.0.0.4]', ['10-33 Nothing lies between 10.0.0.30 and 10.0.0.4']],
    ['rule.level:[high TO low]', ['11-24 Nothing lies between high and low']],
    ['@timestamp:[now TO now-1h]', ['11-26 Nothing lies between now and now-1h']],
    ['@timestamp:[2026-11-27 TO 2026-11-26]', ['11-37 Nothing lies between 2026-11-27 and 2026-11-26']],
    ['a:[1000 TO abc]', ['2-15 1000 is a number, abc is a text']],
    ['a:[10 TO 10.0.0.5]', ['2-18 10 is a number, 10.0.0.5 is an address']],
    ['source.port:[1000 TO abc]', ['12-25 abc is not a number']],
    ['source.port >= abc', ['12-18 abc is not a number']],
    ['source.ip:[10 TO 11]', ['10-20 10 is not an address']],
  ])('a range that holds nothing: %s', (text, errors) => {
    expect(errorsOf(text)).toEqual(errors)
  })

  it('ranges that may hold something are none', () => {
    for (const text of [
      'a:[5 TO 5]',
      'a:[B TO b]',
      'a:[10.0.0.4 TO 10.0.0.30]',
      'a:{2000 TO 2001}',
      'a:{2026-11-27 TO 2026-11-28}',
      'rule.level:[low TO high}',
      '@timestamp:[now/d TO now}',
      '@timestamp:[2026-11-27 TO 2026-11]',
      '@timestamp:[now TO 2026-11]',
    ])
      expect(errorsOf(text), text).toEqual([])
  })

  it('flags of expressions, of which only i says what is so anyway', () => {
    expect(treeOf('user.name:/root/i')).toEqual({ kind: 'regex', field: 'user.name', regex: 'root' })
    expect(treeOf('(/Failed/i)')).toEqual({ kind: 'regex', regex: 'Failed' })
    expect(errorsOf('/Failed/gi root')).toEqual(['0-10 Expressions have no flag gi'])
    expect(treeOf('/tmp/x')).toEqual(words('/tmp/x'))
    expect(treeOf('/bin/su')).toEqual(words('/bin/su'))
  })

  it('commas between values in brackets', () => {
    const wrong = (from: number, to: number) => `${from}-${to} Values are not separated by commas`
    expect(errorsOf('user.name:(root, alice)')).toEqual([wrong(11, 16)])
    expect(errorsOf('user.name:("root","alice")')).toEqual([wrong(17, 18)])
    expect(errorsOf('event.code:(4624,4625)')).toEqual([wrong(12, 21)])
    for (const text of ['user.name:("root,")', 'user.name:(CN=a,OU=b or c)', 'user.name:root,'])
      expect(errorsOf(text), text).toEqual([])
  })

  it('helps with a hint', () => {
    expect(parseSearch('a:')).toMatchObject({ ok: false, errors: [{ hint: expect.stringContaining('a:*') }] })
  })
})

describe('hostile text', () => {
  it('is bounded', () => {
    expect(errorsOf('a'.repeat(10_001))).toHaveLength(1)
    expect(errorsOf('('.repeat(5000))).not.toEqual([])
    expect(errorsOf(`${'('.repeat(40)}a${')'.repeat(40)}`)).toEqual([])
    expect(errorsOf(`${'('.repeat(41)}a${')'.repeat(41)} b`)).toEqual(['40-41 Brackets go at most 40 deep'])
    expect(errorsOf('not '.repeat(2400))).toHaveLength(1)
    expect(errorsOf(`/(?:${'a'.repeat(900)}){1000}/`)).toHaveLength(1)
    expect(errorsOf('/a{1000}/ '.repeat(20))).toEqual([])
    expect(errorsOf('/a{1000}/ '.repeat(21))).toHaveLength(1)
    expect(errorsOf('a '.repeat(301))).toEqual(['0-602 A search has at most 300 conditions'])
    // `EventID` stands for three fields.
    expect(errorsOf('EventID:1 '.repeat(100))).toEqual([])
    expect(errorsOf('EventID:1 '.repeat(101))).toHaveLength(1)
    expect(errorsOf(`EventID:(${'1 '.repeat(101)})`)).toHaveLength(1)
    expect(errorsOf('*a'.repeat(20))).toHaveLength(1)
    expect(errorsOf(') '.repeat(4000))).toHaveLength(20)
  })

  it('of any kind comes to an end', () => {
    const bits = [
      '(',
      ')',
      '"',
      ':',
      '/',
      '\\',
      '*',
      '[',
      ']',
      '{',
      '}',
      '<',
      '>=',
      ' ',
      'a',
      'not ',
      ' or ',
      'x:',
      'TO',
      '\0',
      '\ud800',
      'é',
    ]
    let state = 1
    for (let round = 0; round < 3000; round++) {
      let text = ''
      for (let i = 0; i < 25; i++) {
        state = (state * 48_271) % 2_147_483_647
        text += bits[state % bits.length]
      }
      const parsed = parseSearch(text)
      if (!parsed.ok)
        expect(parsed.errors.every(({ from, to }) => from >= 0 && from <= to && to <= text.length)).toBe(true)
    }
  })
})
