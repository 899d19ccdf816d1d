import { createClient } from '@clickhouse/client'
import { expect, inject, it } from 'vitest'
import { fold } from '../values/fold.ts'
import { foldedTexts } from './folded-texts.ts'

it('ClickHouse folds every character as the live matcher does', async () => {
  const { url, user, password } = inject('clickhouse')
  const client = createClient({ url, username: user, password })
  const characters = Array.from({ length: 0x110000 }, (_, point) => point)
    .filter((point) => point > 0 && (point < 0xd800 || point > 0xdfff))
    .map((point) => String.fromCodePoint(point))
  // A letter before and behind, because the final sigma is chosen by its neighbours.
  const texts = [...characters, 'ΑΣ', 'ΑΣΑ', 'ΑΣ Σ', 'Σ', 'Iͅ', 'İİ']
  const differing: string[] = []
  for (let i = 0; i < texts.length; i += 100_000) {
    const some = texts.slice(i, i + 100_000)
    const answer = await client.query({
      query: `SELECT arrayJoin(${foldedTexts('{texts:Array(String)}')})`,
      query_params: { texts: some },
      use_multipart_params_auto: true,
      format: 'JSONCompact',
    })
    const { data } = await answer.json<[string]>()
    expect(data).toHaveLength(some.length)
    differing.push(...some.filter((text, index) => data[index]?.[0] !== fold(text)))
  }
  await client.close()
  expect(differing).toEqual([])
})
