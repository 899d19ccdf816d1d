// Generated files are committed; after generating them anew the tree must be as it was.
import { execFileSync } from 'node:child_process'

const PATHS = [
  'core/parse/generated',
  'docs/parser-list.md',
  'core/records/generated',
  'server/graphql/generated',
  'web/graphql/generated',
]
const changed = execFileSync('git', ['status', '--porcelain', '--', ...PATHS], { encoding: 'utf8' })
if (changed) {
  process.stderr.write(`Generated files are stale. Run npm run generate and commit:\n${changed}`)
  process.exit(1)
}
