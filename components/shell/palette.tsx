'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname, useRouter } from 'next/navigation'
import { useTheme } from 'next-themes'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { agentsQuery, useSetAgentState } from '../agents-queries.ts'
import { newestCallbacksQuery } from '../callbacks-queries.ts'
import { backEndsQuery, useSwitchBackEnds } from '../back-ends-queries.ts'
import { clockQuery, useChangeClock } from '../clock-queries.ts'
import { queuesQuery, useAddCallers } from '../queues-queries.ts'
import { noticeOf, useReasonOf } from '../failure-reason.ts'
import { selectSession } from '../select-session.ts'
import { CommandDialog } from '../ui/command-dialog.tsx'
import { useToast } from '../ui/toast.tsx'
import { useGoToNextEvent } from '../workbench/next-event.ts'
import { focusPanel } from './focus-panel.ts'
import { isAt } from './navigation.ts'
import { commandFits, commandsOf, type Command, type CommandGroup } from './palette-commands.ts'
import { useShellStore } from './shell-store.ts'

/** Every page, every action, every callback, found by a few letters. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('palette')
  const [text, setText] = useState('')
  const groups = useCommands(text)
  const run = useRun()
  return (
    <CommandDialog
      title={t('title')}
      placeholder={t('placeholder')}
      nothing={t('nothing', { text })}
      text={text}
      onText={setText}
      groups={groups}
      fits={commandFits}
      onChoose={(command) => {
        onClose()
        run(command)
      }}
      onClose={onClose}
    />
  )
}

function useCommands(text: string): CommandGroup[] {
  const t = useTranslations('palette')
  const shell = useTranslations('shell')
  const clockWords = useTranslations('clock')
  const { data: agents = [] } = useQuery(agentsQuery())
  const { data: queues = [] } = useQuery(queuesQuery())
  const { data: clock } = useQuery(clockQuery())
  const { data: callbacks } = useQuery(newestCallbacksQuery())
  const { data: backEnds } = useQuery(backEndsQuery())
  const known = { agents, queues, clock, backEnds, callbacks: callbacks?.items ?? [] }
  return commandsOf(text, known, t, shell, clockWords)
}

/** Does what a command says, and tells how it went. */
function useRun(): (command: Command) => void {
  const t = useTranslations('palette')
  const shell = useTranslations('shell')
  const router = useRouter()
  const toast = useToast()
  const reasonOf = useReasonOf()
  const setState = useSetAgentState()
  const changeClock = useChangeClock()
  const addCallers = useAddCallers()
  const switchBackEnds = useSwitchBackEnds()
  const goToNextEvent = useGoToNextEvent()
  const { setTheme } = useTheme()
  const open = useShellStore((store) => store.open)
  const path = usePathname()
  return ({ label, deed }) => {
    // The palette is closed by then: what a mutation would tell its component, nobody would hear.
    const tell = <Answer,>(deedDone: Promise<Answer>, isDone: (answer: Answer) => boolean = () => true) =>
      deedDone.then(
        (answer) => isDone(answer) && toast({ title: t('done', { what: label }) }),
        (error: Error) =>
          toast({
            tone: 'danger',
            title: label,
            ...noticeOf(reasonOf(error)),
            action: { label: shell('pages.wire'), href: '/wire' },
          }),
      )
    switch (deed.kind) {
      case 'go':
        return router.push(deed.href)
      case 'agent-state':
        return void tell(setState.mutateAsync({ agent: deed.agent, state: deed.state }))
      case 'clock':
        return void tell(changeClock.mutateAsync(deed.change))
      case 'next-event':
        return void tell(goToNextEvent(), (isThere) => isThere)
      case 'focus':
        if (!isAt(path, '/')) router.push('/')
        return focusPanel(deed.panel)
      case 'back-end':
        return void tell(switchBackEnds.mutateAsync({ [deed.name]: deed.to }))
      case 'theme':
        return setTheme(deed.theme)
      case 'reset':
        return open('reset')
      case 'add-caller':
        return void tell(addCallers.mutateAsync({ queue: deed.queue, count: 1 }))
      case 'select-callback':
        selectSession(deed.serviceId)
        return router.push('/')
    }
  }
}
