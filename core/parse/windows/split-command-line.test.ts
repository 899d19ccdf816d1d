import { describe, expect, it } from 'vitest'
import { splitCommandLine } from './split-command-line.ts'

describe('splitCommandLine', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['cmd /c whoami', ['cmd', '/c', 'whoami']],
    ['"C:\\Program Files\\a.exe"  -x', ['C:\\Program Files\\a.exe', '-x']],
    ['a "" b', ['a', '', 'b']],
    ['a\\\\b d"e f"g h', ['a\\\\b', 'de fg', 'h']],
    ['a\\\\\\"b c', ['a\\"b', 'c']],
    ['"a\\\\b c" d', ['a\\\\b c', 'd']],
    ['"say ""hi"" now"', ['say "hi" now']],
    ['"open', ['open']],
  ])('%s', (line, expected) => {
    expect(splitCommandLine(line)).toEqual(expected)
  })
})
