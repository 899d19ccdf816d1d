import { looksLikeSigma } from '../detect/rule/looks-like-sigma.ts'
import { parsePipeline } from './parse-pipeline.ts'
import type { SearchError } from './reader.ts'

/** Names that look misspelt, and words that look like fields; they are searched all the same. None of a text with mistakes, nor of SIGMA rules. */
export function searchNotes(text: string): readonly SearchError[] {
  const parsed = looksLikeSigma(text) ? undefined : parsePipeline(text)
  return parsed?.ok ? parsed.notes : []
}
