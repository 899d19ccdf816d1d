import { readBounded } from './parse-search.ts'
import type { Pipe } from './pipe.ts'
import { readPipe } from './read-pipe.ts'
import { readSearch } from './read-search.ts'
import { createReader, type Reader, report, type SearchError, take } from './reader.ts'
import type { SearchNode } from './search-node.ts'

export interface Pipeline {
  search: SearchNode | undefined
  pipes: readonly Pipe[]
}

type ParsedPipeline =
  | { ok: true; pipeline: Pipeline; notes: readonly SearchError[] }
  | { ok: false; errors: readonly SearchError[] }

const MAX_PIPES = 10

/** Reads a search with the commands behind it: `user.name:root | stats count by host.name`. */
export function parsePipeline(text: string): ParsedPipeline {
  const reader = createReader(text)
  const pipeline = readBounded(reader, readPipeline)
  return pipeline === undefined || reader.errors.length > 0
    ? { ok: false, errors: reader.errors }
    : { ok: true, pipeline, notes: reader.notes }
}

export function readPipeline(reader: Reader): Pipeline {
  const search = readSearch(reader)
  const pipes: Pipe[] = []
  const from = reader.at
  while (take(reader, '|')) {
    const pipe = readPipe(reader)
    if (pipe !== undefined) pipes.push(pipe)
  }
  if (pipes.length > MAX_PIPES)
    report(reader, { message: `There are at most ${MAX_PIPES} commands`, from, to: reader.at })
  return { search, pipes }
}
