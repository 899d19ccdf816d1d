'use client'

import { useMutation } from '@apollo/client/react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { failureOf } from '../../graphql/failure.ts'
import { readFragment } from '../../graphql/generated/fragment-masking.ts'
import {
  SaveParserDocument,
  type WrittenParserFragment,
  WrittenParserFragmentDoc,
} from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import field from '../../ui/field.module.css'
import { joinClass } from '../../ui/join-class.ts'
import { useToast } from '../../ui/toasts.tsx'
import { useScope } from '../shell/scope.tsx'
import { useViewer } from '../shell/viewer.tsx'
import { TenantBadge } from '../tenant/tenant-badge.tsx'
import { LineReadings } from './line-readings.tsx'
import styles from './parser-editor.module.css'
import { ParserHistory } from './parser-history.tsx'
import { RetireDialog } from './retire-dialog.tsx'
import { useParserTest } from './use-parser-test.ts'

interface ParserEditorProps {
  /** In force; undefined for a new one. */
  parser: WrittenParserFragment | undefined
  initial: string
  /** Lines to try. */
  lines: string
  onLines: (lines: string) => void
  onSaved: () => void
}

/** A definition beside what it makes of lines, tried as one types and before it is saved. */
export function ParserEditor({ parser, initial, lines, onLines, onSaved }: ParserEditorProps) {
  const { tenant, base } = useScope()
  const { tenants } = useViewer()
  const router = useRouter()
  const toast = useToast()
  const area = useRef<HTMLTextAreaElement>(null)
  const [definition, setDefinition] = useState(initial)
  const [forAll, setForAll] = useState(parser?.forAll ?? false)
  const [retiring, setRetiring] = useState(false)
  const [message, setMessage] = useState('')
  const [saveParser, { loading }] = useMutation(SaveParserDocument)
  const slug = tenant?.slug ?? ''
  const tried = useParserTest(slug, definition, lines)
  const mayWrite = tenant !== undefined && tenant.role !== 'reader'
  const mayForAll = tenants.length > 1 && tenants.every(({ role }) => role === 'admin')
  const changed = definition !== initial
  useUnsaved(changed)

  async function save() {
    setMessage('')
    try {
      const input = {
        tenant: slug,
        forAll,
        definition,
        basedOn: parser && parser.forAll === forAll ? parser.version : 0,
      }
      const { data } = await saveParser({ variables: { input } })
      const mistake = data?.saveParser.userErrors[0]
      const saved = readFragment(WrittenParserFragmentDoc, data?.saveParser.parser)
      if (mistake || !saved) return setMessage(mistake?.message ?? 'It was not saved.')
      toast({ text: `${saved.name} version ${saved.version} reads from now on` })
      const place = new URLSearchParams({ name: saved.name, ...(saved.forAll ? { all: 'true' } : {}) })
      router.replace(`${base}/parsers/edit?${place}`)
      onSaved()
    } catch (error) {
      setMessage(failureOf(error).message)
    }
  }

  function goTo(line: number) {
    const start =
      definition
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + (line > 1 ? 1 : 0)
    const end = definition.indexOf('\n', start)
    area.current?.focus()
    area.current?.setSelectionRange(start, end < 0 ? definition.length : end)
  }

  return (
    <>
      <header className={styles.head}>
        <h1>{parser ? parser.name : 'A new parser'}</h1>
        {tenant && !forAll ? <TenantBadge tenant={tenant} /> : null}
        {parser ? <span className={styles.muted}>version {parser.version}</span> : null}
        <span className={styles.gap} />
        <Link href={`${base}/parsers`} prefetch={false}>
          All parsers
        </Link>
        {mayForAll || forAll ? (
          <label className={styles.forAll}>
            <input
              type="checkbox"
              checked={forAll}
              disabled={!mayForAll || parser !== undefined}
              onChange={(event) => setForAll(event.target.checked)}
            />
            For all tenants
          </label>
        ) : null}
        {parser && mayWrite ? <Button onClick={() => setRetiring(true)}>Retire</Button> : null}
        {mayWrite ? (
          <Button
            look="primary"
            disabled={loading || !changed || tried.mistakes.length > 0}
            onClick={() => void save()}
          >
            Save
          </Button>
        ) : null}
      </header>
      <p role="alert" className={styles.message}>
        {message || tried.failure}
      </p>
      <div className={styles.sides}>
        <section className={styles.side}>
          <label className={styles.definition}>
            <span className={field.label}>Definition, in YAML</span>
            <textarea
              ref={area}
              className={joinClass(field.input, styles.code)}
              value={definition}
              readOnly={!mayWrite}
              spellCheck={false}
              aria-describedby="mistakes"
              aria-invalid={tried.mistakes.length > 0}
              onChange={(event) => setDefinition(event.target.value)}
            />
          </label>
          <ul id="mistakes" className={styles.mistakes} aria-live="polite">
            {tried.mistakes.map(({ line, message: text }) => (
              <li key={`${line} ${text}`}>
                <button type="button" onClick={() => goTo(line)}>
                  Line {line}
                </button>{' '}
                {text}
              </li>
            ))}
          </ul>
          {parser ? <ParserHistory versions={parser.history} onTake={setDefinition} /> : null}
        </section>
        <section className={styles.side}>
          <label>
            <span className={field.label}>Lines to try, one record a line</span>
            <textarea
              className={joinClass(field.input, styles.code, styles.lines)}
              value={lines}
              spellCheck={false}
              placeholder="Paste lines as the product writes them"
              onChange={(event) => onLines(event.target.value)}
            />
          </label>
          <LineReadings readings={tried.readings} stale={tried.stale} />
        </section>
      </div>
      {parser ? (
        <RetireDialog
          parser={parser}
          open={retiring}
          onOpenChange={setRetiring}
          onRetired={() => router.push(`${base}/parsers`)}
        />
      ) : null}
    </>
  )
}

/** The browser asks before it leaves a page with changes. */
function useUnsaved(changed: boolean) {
  useEffect(() => {
    if (!changed) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [changed])
}
