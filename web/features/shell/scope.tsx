'use client'

import type { ApolloClient } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { createScopeClient } from '../../graphql/create-scope-client.ts'
import type { ViewerTenant } from '../../graphql/read-viewer.ts'
import { noteTenant } from '../tenant/recent-tenants.ts'
import { useViewer } from './viewer.tsx'

interface Scope {
  /** Slugs: what every question names. */
  slugs: string[]
  /** Where its pages lie: `/t/kestrel`, `/all`. */
  base: string
  /** Set on the pages of one tenant. */
  tenant: ViewerTenant | undefined
  /** Lets go of the client and its live connection, before the session ends. */
  leave(): void
}

const Current = createContext<Scope | undefined>(undefined)

export function useScope(): Scope {
  const scope = useContext(Current)
  if (!scope) throw new Error('Outside of a scope')
  return scope
}

function toSignIn() {
  location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`)
}

/** The pages of one tenant, or of all the viewer's. Give it the slug as key: another scope, another client. */
export function ScopeProvider({ slug, children }: { slug: string | undefined; children: ReactNode }) {
  const viewer = useViewer()
  const [scoped] = useState(() => createScopeClient(toSignIn))
  useEffect(() => () => scoped.dispose(), [scoped])
  useEffect(() => {
    if (!slug) return
    rememberTenant(slug)
    noteTenant(slug)
  }, [slug])
  const scope = useMemo(() => {
    const tenant = viewer.tenants.find((one) => one.slug === slug)
    return {
      slugs: tenant ? [tenant.slug] : viewer.tenants.map((one) => one.slug),
      base: tenant ? `/t/${tenant.slug}` : '/all',
      tenant,
      leave: scoped.dispose,
    }
  }, [scoped, slug, viewer])
  return (
    <Current value={scope}>
      <ApolloProvider client={scoped.client satisfies ApolloClient}>{children}</ApolloProvider>
    </Current>
  )
}

function rememberTenant(slug: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every supported browser
  document.cookie = `nightjar_tenant=${encodeURIComponent(slug)}; path=/; max-age=31536000; samesite=lax`
}
