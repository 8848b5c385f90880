import type { ReactNode } from 'react'
import { PageProviders } from '../../components/shell/page-providers.tsx'
import { Shell } from '../../components/shell/shell.tsx'

export default function PagesLayout({ children }: { children: ReactNode }) {
  return (
    <PageProviders>
      <Shell>{children}</Shell>
    </PageProviders>
  )
}
