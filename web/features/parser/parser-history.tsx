import type { WrittenParserFragment } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './parser-editor.module.css'

interface ParserHistoryProps {
  versions: WrittenParserFragment['history']
  /** Puts an earlier definition into the editor. */
  onTake: (definition: string) => void
}

/** Earlier versions; taking one back is saving it again. */
export function ParserHistory({ versions, onTake }: ParserHistoryProps) {
  if (versions.length === 0) return null
  return (
    <section className={styles.history}>
      <h2>Earlier versions</h2>
      <ol>
        {versions.map(({ version, definition, savedAt, savedBy }) => (
          <li key={version}>
            <span>
              Version {version}, <Time instant={savedAt} precision="second" />,{' '}
              {savedBy?.name ?? 'an API token'}
            </span>
            {typeof definition === 'string' ? (
              <Button look="quiet" onClick={() => onTake(definition)}>
                Into the editor<span className="visually-hidden">: version {version}</span>
              </Button>
            ) : (
              <span className={styles.muted}>retired</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
