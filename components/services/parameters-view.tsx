'use client'

import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useTranslations } from 'use-intl'
import type { ServiceJson, TemplateJson } from '../../server/tester/contract.ts'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/field.tsx'
import { EmptyState } from '../ui/panel.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Switch } from '../ui/switch.tsx'
import { AddParameter } from './add-parameter.tsx'
import { useOptionMeaning } from './option-meaning.ts'
import { ParameterRow } from './parameter-row.tsx'
import { groupParameters, isAdvanced, parametersOf, type ParameterGroup } from './parameters.ts'

const views = ['all', 'changed'] as const

const inAddress = {
  find: parseAsString.withDefault(''),
  show: parseAsStringLiteral(views).withDefault('all'),
  advanced: parseAsBoolean.withDefault(false),
}

/** The parameters of a service by category, and what can be done to find one. The filter stands in the address. */
export function Parameters({ service, template }: { service: ServiceJson; template: TemplateJson }) {
  const t = useTranslations('services')
  const [{ find, show, advanced }, setFilter] = useQueryStates(inAddress)
  const parameters = parametersOf(service, template)
  const filter = { text: find, onlyChanged: show === 'changed', withAdvanced: advanced }
  const groups = groupParameters(parameters, filter, useOptionMeaning())
  const changed = parameters.filter(({ isChanged }) => isChanged).length
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="w-64 max-w-full">
          <Input
            label={t('filter.find')}
            isLabelHidden
            type="search"
            placeholder={t('filter.findPlaceholder')}
            value={find}
            onChange={(event) => void setFilter({ find: event.target.value || null })}
          />
        </div>
        <SegmentedControl
          label={t('filter.label')}
          options={[
            { key: 'all', label: t('filter.all') },
            { key: 'changed', label: t('filter.changed', { count: changed }) },
          ]}
          selected={show}
          onSelect={(next) => void setFilter({ show: next === 'all' ? null : next })}
        />
        <div className="ml-auto">
          <AddParameter service={service} taken={parameters.map(({ name }) => name)} />
        </div>
      </div>
      <Switch
        label={t('filter.advanced')}
        hint={t('filter.advancedHint', { count: parameters.filter(isAdvanced).length })}
        isOn={advanced}
        onChange={(next) => void setFilter({ advanced: next || null })}
      />
      {groups.map((group) => (
        <Group key={group.category ?? ''} service={service} group={group} />
      ))}
      {groups.length === 0 && (
        <EmptyState
          title={t(changed === 0 && show === 'changed' ? 'filter.nothingChanged' : 'filter.nothing')}
        >
          <Button size="small" onClick={() => void setFilter({ find: null, show: null, advanced: true })}>
            {t('filter.showAll')}
          </Button>
        </EmptyState>
      )}
    </>
  )
}

function Group({
  service,
  group: { category, parameters },
}: {
  service: ServiceJson
  group: ParameterGroup
}) {
  const t = useTranslations('services.parameter')
  const title = category ?? t('own')
  return (
    <section
      aria-label={t('category', { category: title, count: parameters.length })}
      className="rounded-md border bg-surface"
    >
      <h2 className="flex items-baseline gap-2 border-b px-3 py-2 text-sm font-semibold">
        {title}
        <span className="font-normal text-muted">{parameters.length}</span>
      </h2>
      <ul className="flex flex-col divide-y">
        {parameters.map((parameter) => (
          <ParameterRow key={parameter.name} service={service} parameter={parameter} />
        ))}
      </ul>
    </section>
  )
}
