'use client'

import { useQuery } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { agentsQuery } from '../agents-queries.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Page } from '../ui/page.tsx'
import { RequestsShown } from '../ui/requests-shown.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWidth } from '../workbench/use-width.ts'
import { useAgentSelection } from './agent-selection.ts'
import { useAgentWindowsGo } from './agent-store.ts'
import { AlertsMenu } from './alerts-menu.tsx'
import { useDeskSettings } from './desk-settings.ts'
import { NoAgents } from './no-agents.tsx'
import { ResponsesButton } from './responses-button.tsx'
import { useAlerts } from './use-alerts.ts'
import { loadEarly } from '../ui/load-early.tsx'

const AgentSwitcher = loadEarly(() => import('./agent-switcher.tsx').then((module) => module.AgentSwitcher), {
  Awaited: AwaitedDesk,
})

/** The agent desktop on a page of its own: work, chat and customer side by side. */
export function AgentPage() {
  const t = useTranslations('agent')
  const width = useWidth()
  const { data: agents, error, refetch } = useQuery(agentsQuery())
  useAlerts(agents)
  useAgentWindowsGo()
  const { selectedAgent, selectAgent } = useAgentSelection()
  const isLensOn = useDeskSettings((store) => store.isLensOn)
  const setLens = useDeskSettings((store) => store.setLens)
  const agent = agents?.find(({ id }) => id === selectedAgent) ?? agents?.[0]
  return (
    <Page
      id="agent"
      title={t('title')}
      layout="fill"
      actions={
        <>
          <AlertsMenu />
          <ResponsesButton />
          <IconButton label={t('lens.toggle')} isPressed={isLensOn} onClick={() => setLens(!isLensOn)}>
            <Eye aria-hidden size={16} />
          </IconButton>
        </>
      }
    >
      {width === null ? (
        <Skeleton what={t('loading')} />
      ) : agents && agent ? (
        <RequestsShown value={isLensOn}>
          <AgentSwitcher
            agents={agents}
            selected={agent}
            onSelect={selectAgent}
            layout={width === 'narrow' ? 'tabs' : 'columns'}
          />
        </RequestsShown>
      ) : (
        <NoAgents agents={agents} error={error} onRetry={() => void refetch()} onAdded={selectAgent} />
      )}
    </Page>
  )
}

function AwaitedDesk() {
  return <Skeleton what={useTranslations('agent')('loading')} />
}
