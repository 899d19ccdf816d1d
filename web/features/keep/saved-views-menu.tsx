'use client'

import { Bookmark, Users } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Popover } from 'radix-ui'
import { useMemo, useState } from 'react'
import { type SavedViewKind, SavedViewsDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import menu from '../../ui/menu.module.css'
import list from '../../ui/saved-list.module.css'
import { SavedList } from '../../ui/saved-list.tsx'
import { useQueryAnswer } from '../ask/use-query-answer.ts'
import { useScope } from '../shell/scope.tsx'
import { useViewer } from '../shell/viewer.tsx'
import { mayKeep } from './may-keep.ts'
import { SaveViewForm } from './save-view-form.tsx'
import styles from './saved-views-menu.module.css'
import { useSaveView } from './use-save-view.ts'
import type { SavedViewState } from './use-saved-view.ts'
import { savedAddress } from './view-address.ts'
import type { ViewPlace } from './view-place.ts'

interface SavedViewsMenuProps {
  kind: SavedViewKind
  saved: SavedViewState
  /** Where things lie now. */
  places?: () => ViewPlace[]
}

/** Graphs or timelines to come back to: mine, those shared with the tenant, and the one that stands here. */
export function SavedViewsMenu({ kind, saved, places }: SavedViewsMenuProps) {
  const { slugs, base, tenant } = useScope()
  const viewer = useViewer()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { save, change, forget, message, changes } = useSaveView(kind, tenant?.slug ?? '', saved)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved or forgotten changes the list
  const variables = useMemo(() => (open ? { tenants: slugs, kind } : undefined), [changes, kind, open, slugs])
  const { data, failure } = useQueryAnswer(SavedViewsDocument, variables)
  const all = data?.savedViews ?? []
  const groups = [
    ['Mine', all.filter(({ isMine }) => isMine)],
    ['Shared by others', all.filter(({ isMine }) => !isMine)],
  ] as const
  const { view } = saved
  const name = saved.isMissing ? 'Saved one is not here' : (view?.name ?? 'Saved')
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button
          look="quiet"
          title={`Saved ${kind}s`}
          className={styles.trigger}
          data-missing={saved.isMissing}
        >
          <Bookmark size={14} aria-hidden="true" fill={view ? 'currentColor' : 'none'} />
          <span className={styles.shown}>{name}</span>
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={`${menu.menu} ${styles.panel}`}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={`Saved ${kind}s`}
        >
          <SavedList
            groups={groups}
            current={saved.id}
            onOpen={(one) => {
              setOpen(false)
              router.push(`${base}/${kind}${savedAddress(one)}`)
            }}
            mayForget={(one) => one.canChange}
            onForget={(one) => void forget(one.id, one.name)}
            row={(one) => (
              <>
                <span className={styles.name}>{one.name}</span>
                {one.isShared ? (
                  <span className={menu.hint} title="Shared with the tenant">
                    <Users size={12} aria-hidden="true" />
                    <span className={one.isMine ? 'visually-hidden' : styles.by}>
                      {one.isMine ? 'shared' : (one.savedBy?.name ?? 'an API token')}
                    </span>
                  </span>
                ) : null}
              </>
            )}
          >
            {data && all.length === 0 ? <p className={list.note}>Nothing saved yet.</p> : null}
            {failure ? <p className={list.note}>{failure.message}</p> : null}
          </SavedList>
          {tenant && mayKeep(viewer.tenants, tenant.slug) ? (
            <SaveViewForm
              key={view?.id}
              kind={kind}
              view={view?.canChange ? view : undefined}
              onSave={(form) => void save({ ...form, places: places?.() ?? [] })}
              onChange={(form) => void change({ ...form, places: places?.() ?? [] })}
            />
          ) : (
            <p className={list.note}>Analysts and admins save here.</p>
          )}
          <p role="status" className={list.note}>
            {message}
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
