// What ../shared/logs/score.mjs scores: node ../shared/logs/score.mjs FILE bench/parser-under-test.mjs
// NIGHTJAR_SCORE_HINT=off leaves the source's format to be found out.
import { register } from 'tsx/esm/api'

register()
const { createParserUnderTest } = await import('./score/create-parser-under-test.ts')

export const parse = await createParserUnderTest({ hint: process.env.NIGHTJAR_SCORE_HINT !== 'off' })
