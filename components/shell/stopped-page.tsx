'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { Page, PageFailure } from '../ui/page.tsx'
import { isAt, mainDestinations, otherDestinations } from './navigation.ts'

interface StoppedPageProps {
  error: unknown
  onRetry: () => void
}

/** What stands in the place of a page that has broken as a whole; the navigation around it goes on. */
export function StoppedPage({ error, onRetry }: StoppedPageProps) {
  const t = useTranslations('shell')
  const path = usePathname()
  const page = [...mainDestinations, ...otherDestinations].find(({ href }) => isAt(path, href))
  return (
    <Page id="stopped" title={page ? t(`pages.${page.name}`) : t('product')}>
      <PageFailure error={error} resetErrorBoundary={onRetry} />
    </Page>
  )
}
