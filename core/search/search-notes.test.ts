import { expect, it } from 'vitest'
import { searchNotes } from './search-notes.ts'

const notesOf = (text: string) => searchNotes(text).map(({ from, to, hint }) => `${from}-${to} ${hint}`)

it('tells of names that look misspelt', () => {
  expect(notesOf('a user.nam:x')).toEqual(['2-10 Did you mean user.name?'])
  expect(notesOf('usre.name:x or proces.pid > 5')).toEqual([
    '0-9 Did you mean user.name?',
    '15-25 Did you mean process.pid?',
  ])
  expect(
    notesOf(
      '_exists_:hostname.x or url.port:1 or user.sid:1 or event.id:1 or Image:x or LogonType:3 or constructor:1 or USER.NAME:x or SRC_IP:::1 or @Timestamp:now',
    ),
  ).toEqual([])
})

it('tells of words that were hardly meant as words', () => {
  expect(notesOf('a user.name=root')).toEqual(['2-16 Write user.name:root to ask the field'])
  expect(notesOf('event.code == 4625 b')).toEqual(['0-18 Write event.code:4625 to ask the field'])
  expect(notesOf('(user.name != root)')).toEqual(['1-18 Write not user.name:root to ask the field'])
  for (const text of ['user.*:root', '*:root', '*.ip:"10.0.0.5"'])
    expect(notesOf(text), text).toEqual([
      `0-${text.indexOf(':') + 1} Write the name of one field, or the value alone`,
    ])
  expect(notesOf('labels.app.example/name:web')).toEqual([
    '0-24 Write labels.app.example\\/name: to ask the field',
  ])
  for (const text of [
    'user=root',
    'a=b',
    'x.y=1',
    '*:*',
    '*',
    'pass*',
    'GET http://a.example/b:80',
    'web/name:80',
    '"user.name=root"',
    'user.name:a=b',
  ])
    expect(notesOf(text), text).toEqual([])
})
