import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { ScopeProvider } from '../../../../features/shell/scope.tsx'
import { Shell } from '../../../../features/shell/shell.tsx'
import { findTenant } from '../../../../graphql/find-tenant.ts'

interface TenantLayoutProps {
  children: ReactNode
  params: Promise<{ tenant: string }>
}

export async function generateMetadata({ params }: Pick<TenantLayoutProps, 'params'>): Promise<Metadata> {
  const tenant = await findTenant((await params).tenant)
  return tenant ? { title: { default: tenant.name, template: `%s · ${tenant.name} · Nightjar` } } : {}
}

/** A tenant that does not exist and one that is not the viewer's give the same page. */
export default async function TenantLayout({ children, params }: TenantLayoutProps) {
  const tenant = await findTenant((await params).tenant)
  if (!tenant) notFound()
  return (
    <ScopeProvider key={tenant.id} slug={tenant.slug}>
      <Shell>{children}</Shell>
    </ScopeProvider>
  )
}
