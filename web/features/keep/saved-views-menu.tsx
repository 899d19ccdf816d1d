'use client'

import { Bookmark, Trash2, Users } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Popover } from 'radix-ui'
import { useMemo, useState } from 'react'
import { type SavedViewKind, SavedViewsDocument } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import menu from '../../ui/menu.module.css'
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
          <div className={styles.list}>
            {groups.map(([title, views]) =>
              views.length > 0 ? (
                <section key={title} aria-label={title}>
                  <h3 className={menu.label}>{title}</h3>
                  <ul>
                    {views.map((one) => (
                      <li key={one.id} className={styles.entry}>
                        <button
                          type="button"
                          className={menu.item}
                          aria-current={one.id === saved.id ? 'true' : undefined}
                          onClick={() => {
                            setOpen(false)
                            router.push(`${base}/${kind}${savedAddress(one)}`)
                          }}
                        >
                          <span className={styles.name}>{one.name}</span>
                          {one.isShared ? (
                            <span className={menu.hint} title="Shared with the tenant">
                              <Users size={12} aria-hidden="true" />
                              <span className={one.isMine ? 'visually-hidden' : styles.by}>
                                {one.isMine ? 'shared' : (one.savedBy?.name ?? 'an API token')}
                              </span>
                            </span>
                          ) : null}
                        </button>
                        {one.canChange ? (
                          <IconButton
                            label={`Forget ${one.name}`}
                            onClick={() => void forget(one.id, one.name)}
                          >
                            <Trash2 size={13} aria-hidden="true" />
                          </IconButton>
                        ) : null}
                      </li>
                    ))}
                  </ul>
                </section>
              ) : null,
            )}
            {data && all.length === 0 ? <p className={styles.note}>Nothing saved yet.</p> : null}
            {failure ? <p className={styles.note}>{failure.message}</p> : null}
          </div>
          {tenant && mayKeep(viewer.tenants, tenant.slug) ? (
            <SaveViewForm
              key={view?.id}
              kind={kind}
              view={view?.canChange ? view : undefined}
              onSave={(form) => void save({ ...form, places: places?.() ?? [] })}
              onChange={(form) => void change({ ...form, places: places?.() ?? [] })}
            />
          ) : (
            <p className={styles.note}>Analysts and admins save here.</p>
          )}
          <p role="status" className={styles.note}>
            {message}
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
