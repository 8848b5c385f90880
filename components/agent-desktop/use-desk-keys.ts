'use client'

import { useHotkeys } from 'react-hotkeys-hook'
import { useTranslations } from 'use-intl'
import type { AgentJson, InteractionJson } from '../../server/tester/contract.ts'
import { useSetAgentState } from '../agents-queries.ts'
import { useToast } from '../ui/toast.tsx'
import { useFailedNotice } from '../use-failed-notice.ts'
import { deskKeys } from './desk-keys.ts'
import { useLeaveChat } from './use-leave-chat.ts'

/**
 * The keys of the agent and of the chat in front, whichever part of the desktop is drawn. What rings has its own, and
 * is always drawn.
 */
export function useDeskKeys(agent: AgentJson, shown: InteractionJson | null, isPresenceDrawn: boolean) {
  const t = useTranslations('agent')
  const tFailure = useTranslations('failure')
  const toast = useToast()
  const failed = useFailedNotice()
  const setState = useSetAgentState()
  const { leaveIt } = useLeaveChat(agent)
  const become = (state: 'ready' | 'not-ready') =>
    setState.mutate(
      { agent: agent.id, state },
      {
        onSuccess: () => isPresenceDrawn || toast({ title: `${agent.name}: ${t(`states.${state}`)}` }),
        onError: (error) => failed(tFailure('title', { what: t('changeState') }), error, () => become(state)),
      },
    )
  const leave = (serviceId: string) =>
    leaveIt(serviceId, (error) =>
      failed(tFailure('title', { what: t('actions.leave') }), error, () => leave(serviceId)),
    )
  useHotkeys('alt+r', () => become(agent.state === 'ready' ? 'not-ready' : 'ready'), deskKeys)
  useHotkeys('alt+e', () => shown && leave(shown.serviceId), {
    ...deskKeys,
    enabled: shown?.state === 'active',
  })
}
