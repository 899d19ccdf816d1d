import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { Unreachable } from '../../features/shell/unreachable.tsx'
import { ViewerProvider } from '../../features/shell/viewer.tsx'
import { readViewer } from '../../graphql/read-viewer.ts'

/** Nobody gets past without a session that the server confirms. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const viewer = await readViewer().catch(() => 'unreachable' as const)
  if (viewer === 'unreachable') return <Unreachable />
  if (!viewer) {
    const path = (await headers()).get('x-nightjar-path') ?? '/'
    redirect(`/login?next=${encodeURIComponent(path)}`)
  }
  return <ViewerProvider viewer={viewer}>{children}</ViewerProvider>
}
