import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { ScopeProvider } from '../../../features/shell/scope.tsx'
import { Shell } from '../../../features/shell/shell.tsx'
import { readViewer } from '../../../graphql/read-viewer.ts'

/** For those with several tenants; a customer's people do not learn that it exists. */
export default async function AllLayout({ children }: { children: ReactNode }) {
  const viewer = await readViewer().catch(() => undefined)
  if (!viewer?.manyTenants) notFound()
  return (
    <ScopeProvider key="all" slug={undefined}>
      <Shell>{children}</Shell>
    </ScopeProvider>
  )
}
