import type { ReactNode } from 'react'
import { PageProviders } from '../../components/shell/page-providers.tsx'
import { PageMessages } from '../page-messages.tsx'

/** No navigation, no top bar: the whole screen is the board's. */
export default function WallboardLayout({ children }: { children: ReactNode }) {
  return (
    <PageMessages of="wallboard">
      <PageProviders>{children}</PageProviders>
    </PageMessages>
  )
}
