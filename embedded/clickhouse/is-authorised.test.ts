import { expect, it } from 'vitest'
import { isAuthorised } from './is-authorised.ts'

const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` })

it('takes both ways of saying who one is, and nothing else', () => {
  const allowed = [basic('me:secret'), { 'x-clickhouse-user': 'me', 'x-clickhouse-key': 'secret' }]
  const refused = [
    {},
    basic('me:'),
    basic('me:secret2'),
    basic('you:secret'),
    basic('me'),
    { authorization: 'Bearer secret' },
  ]
  expect(allowed.map((headers) => isAuthorised(headers, 'me', 'secret'))).toEqual([true, true])
  expect(refused.map((headers) => isAuthorised(headers, 'me', 'secret'))).toEqual(refused.map(() => false))
})

it('leaves colons to the password', () => {
  expect(isAuthorised(basic('me:a:b'), 'me', 'a:b')).toBe(true)
})
