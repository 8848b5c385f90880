import type { ReactNode } from 'react'
import { PageProviders } from '../../components/shell/page-providers.tsx'
import { Shell } from '../../components/shell/shell.tsx'
import { PageMessages } from '../page-messages.tsx'

export default function PagesLayout({ children }: { children: ReactNode }) {
  return (
    <PageMessages of="shell">
      <PageProviders>
        <Shell>{children}</Shell>
      </PageProviders>
    </PageMessages>
  )
}
