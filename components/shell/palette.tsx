'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
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
import { selectSession } from '../select-session.ts'
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
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Popup
          aria-label={t('title')}
          className="fixed top-[10vh] left-1/2 z-50 flex max-h-[70dvh] w-[36rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded-md border border-line-strong bg-surface outline-none"
        >
          <Autocomplete.Root
            inline
            open
            items={groups}
            value={text}
            onValueChange={(value) => setText(value)}
            itemToStringValue={(command: Command) => command.label}
            filter={(command: Command, typed) => commandFits(command, typed)}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.Input
              aria-label={t('title')}
              placeholder={t('placeholder')}
              className="h-12 w-full shrink-0 border-b bg-transparent px-4 text-lg outline-none placeholder:text-muted"
            />
            <Autocomplete.Empty className="px-4 py-3 text-sm text-muted empty:hidden">
              {t('nothing', { text })}
            </Autocomplete.Empty>
            <Autocomplete.List className="min-h-0 overflow-y-auto p-1 empty:hidden">
              {(group: CommandGroup) => (
                <Autocomplete.Group key={group.key} items={group.items} className="pb-1">
                  <Autocomplete.GroupLabel className="px-3 pt-2 pb-1 text-xs font-medium text-muted">
                    {group.label}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(command: Command) => (
                      <Autocomplete.Item
                        key={command.key}
                        value={command}
                        onClick={() => {
                          onClose()
                          run(command)
                        }}
                        className="flex min-h-8 cursor-default items-center gap-3 rounded-sm px-3 text-base outline-none select-none data-[highlighted]:bg-hover"
                      >
                        <span className="min-w-0 flex-1 truncate">{command.label}</span>
                        <code className="max-w-[50%] truncate text-muted">{command.detail}</code>
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function useCommands(text: string): CommandGroup[] {
  const t = useTranslations('palette')
  const shell = useTranslations('shell')
  const { data: agents = [] } = useQuery(agentsQuery())
  const { data: queues = [] } = useQuery(queuesQuery())
  const { data: clock } = useQuery(clockQuery())
  const { data: callbacks } = useQuery(newestCallbacksQuery())
  const { data: backEnds } = useQuery(backEndsQuery())
  return commandsOf(text, { agents, queues, clock, backEnds, callbacks: callbacks?.items ?? [] }, t, shell)
}

/** Does what a command says, and tells how it went. */
function useRun(): (command: Command) => void {
  const t = useTranslations('palette')
  const shell = useTranslations('shell')
  const router = useRouter()
  const toast = useToast()
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
    const tell = (done: Promise<unknown>) =>
      done.then(
        () => toast({ title: t('done', { what: label }) }),
        (error: Error) =>
          toast({
            tone: 'danger',
            title: label,
            why: error.message,
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
        return void tell(goToNextEvent())
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
