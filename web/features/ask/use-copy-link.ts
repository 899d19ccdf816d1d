'use client'

import { useToast } from '../../ui/toasts.tsx'
import { pageAt } from '../shell/pages.ts'
import { absoluteLink } from './absolute-link.ts'

/** Copies the address of what one sees, its time range fixed. */
export function useCopyLink(): () => void {
  const toast = useToast()
  return () => {
    const { href, pathname } = location
    const link = absoluteLink(href, pageAt(pathname)?.range, Date.now())
    const said = link === href ? 'Link copied' : 'Link copied, with its time range fixed'
    // Browsers have a clipboard only where the connection is secure.
    const copied = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('No clipboard'))
    copied.then(
      () => toast({ text: said }),
      () => toast({ text: 'The browser does not let the link be copied: take it from the address bar' }),
    )
  }
}
