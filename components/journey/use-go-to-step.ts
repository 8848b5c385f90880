'use client'

import { useAgentSelection } from '../agent-desktop/agent-selection.ts'
import { nextStepName, nextStepPanel, type NextStep } from '../next-step.ts'
import { focusNextStep } from '../shell/focus-panel.ts'
import { useUiStore } from '../ui-store.ts'

/** Leads to the control of a step: its panel, agent, chat or queue comes to the front, and the keyboard to the control. */
export function useGoToStep() {
  const selectPanel = useUiStore((store) => store.selectPanel)
  const { selectChat } = useAgentSelection()
  return (step: NextStep) => {
    const panel = nextStepPanel(step)
    if (panel !== null) selectPanel(panel)
    if ('serviceId' in step) selectChat(step.agent, step.serviceId, step.kind === 'dispose')
    // It is the queue of the callback the page is about: none is chosen for it.
    if ('queue' in step) useUiStore.setState({ selectedQueue: null })
    focusNextStep(nextStepName(step))
  }
}
