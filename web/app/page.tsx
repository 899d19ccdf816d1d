import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { Unreachable } from '../features/shell/unreachable.tsx'
import { readViewer, type Viewer } from '../graphql/read-viewer.ts'

/** The tenant looked at last, else all of them, else the only one. */
function home(viewer: Viewer, last: string | undefined): string {
  const tenant = viewer.tenants.find(({ slug }) => slug === last)
  if (tenant) return `/t/${tenant.slug}`
  const [only] = viewer.tenants
  return only && !viewer.manyTenants ? `/t/${only.slug}` : '/all'
}

export default async function Home() {
  const viewer = await readViewer().catch(() => 'unreachable' as const)
  if (viewer === 'unreachable') return <Unreachable />
  if (!viewer) redirect('/login')
  const last = (await cookies()).get('nightjar_tenant')?.value
  redirect(home(viewer, last))
}
