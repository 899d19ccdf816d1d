import { expect, it } from 'vitest'
import { shortName } from './short-name.ts'

it('keeps of a path the last part, of a hash the beginning, of the rest what there is room for', () => {
  const of = (kind: 'process' | 'file' | 'hash' | 'url' | 'user', label: string) =>
    shortName({ is: 'entity', kind, label })
  expect(of('process', 'c:\\windows\\system32\\cmd.exe')).toBe('cmd.exe')
  expect(of('file', '/tmp/.k/')).toBe('.k')
  expect(of('file', '///')).toBe('///')
  expect(of('hash', 'abf4f056c36a68dea0')).toBe('abf4f056c3…')
  expect(of('user', 'corp\\mira')).toBe('corp\\mira')
  expect(of('url', `https://x.example/${'a'.repeat(100)}`)).toHaveLength(49)
})
