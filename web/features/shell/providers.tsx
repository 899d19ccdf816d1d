'use client'

import { setNonce } from 'get-nonce'
import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { THEMES } from './themes.ts'

export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  // Dialogs lock the page's scroll by a style element: the policy lets it in by this nonce.
  if (typeof window !== 'undefined') setNonce(nonce)
  return (
    <ThemeProvider
      attribute="data-theme"
      themes={THEMES.map(({ value }) => value)}
      defaultTheme="system"
      enableSystem
      enableColorScheme={false}
      nonce={nonce}
    >
      <NuqsAdapter>{children}</NuqsAdapter>
    </ThemeProvider>
  )
}
