'use client'

import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { keysShown, useIsMac, useKeyNames } from './keys-shown.ts'
import { shortcuts, type ShortcutScope } from './shortcuts.ts'

const scopes: readonly ShortcutScope[] = ['everywhere', 'customer', 'agent', 'queue', 'wire']

/** All keys the product listens to, by the place where they work. */
export function ShortcutList() {
  const t = useTranslations('shortcuts')
  const isMac = useIsMac()
  const named = useKeyNames()
  return (
    <div className="flex flex-col gap-4">
      {scopes.map((scope) => (
        <section key={scope} className="flex flex-col gap-1">
          <h3 className="text-sm font-semibold">{t(`scopes.${scope}`)}</h3>
          <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 text-sm">
            {shortcuts
              .filter((one) => one.scope === scope)
              .map(({ action, keys }) => (
                <Fragment key={action}>
                  <dt>{t(`actions.${action}`)}</dt>
                  <dd className="flex flex-wrap items-center justify-end gap-2">
                    {keys.map((way) => (
                      <span key={way} className="flex items-center gap-1">
                        {keysShown(way, isMac, named).map((step, index) => (
                          <Fragment key={step.join('+')}>
                            {index > 0 && <span className="text-xs text-muted">{t('then')}</span>}
                            {step.map((key) => (
                              <kbd
                                key={key}
                                className="min-w-6 rounded-sm border border-line-strong bg-sunken px-1.5 text-center text-xs leading-5"
                              >
                                {key}
                              </kbd>
                            ))}
                          </Fragment>
                        ))}
                      </span>
                    ))}
                  </dd>
                </Fragment>
              ))}
          </dl>
        </section>
      ))}
      <p className="text-sm text-muted">{t('letterKeysHint')}</p>
    </div>
  )
}
