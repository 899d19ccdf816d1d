import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LoginForm } from '../../features/shell/login-form.tsx'
import { safeNext } from '../../features/shell/safe-next.ts'
import { readViewer } from '../../graphql/read-viewer.ts'

export const metadata: Metadata = { title: 'Sign in' }

export default async function Login({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>
}) {
  const { next } = await searchParams
  const target = safeNext(typeof next === 'string' ? next : undefined)
  const viewer = await readViewer().catch(() => undefined)
  if (viewer) redirect(target)
  return <LoginForm next={target} />
}
