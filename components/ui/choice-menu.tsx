'use client'

import { Check, type LucideIcon } from 'lucide-react'
import { IconButton } from './icon-button.tsx'
import { Menu } from './menu.tsx'

interface ChoiceMenuProps<Choice extends string> {
  label: string
  icon: LucideIcon
  choices: readonly Choice[]
  chosen: Choice
  nameOf: (choice: Choice) => string
  onChoose: (choice: Choice) => void
}

/** A sign that opens a list of which one is chosen; its name says which. */
export function ChoiceMenu<Choice extends string>(props: ChoiceMenuProps<Choice>) {
  const { label, icon: Icon, choices, chosen, nameOf, onChoose } = props
  return (
    <Menu
      label={label}
      align="end"
      trigger={
        <IconButton label={`${label}: ${nameOf(chosen)}`}>
          <Icon aria-hidden size={16} />
        </IconButton>
      }
      items={choices.map((one) => ({
        key: one,
        label: nameOf(one),
        icon: <Check aria-hidden size={14} className={one === chosen ? '' : 'invisible'} />,
        onSelect: () => onChoose(one),
      }))}
    />
  )
}
