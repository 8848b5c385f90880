'use client'

import { CircleCheck, CircleSlash } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { cometPath, gmsBase, pushChannel, userHeader } from '../../server/gms/contract.ts'
import type { AddressesJson } from '../../server/tester/contract.ts'
import { Badge } from '../ui/badge.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { inCode } from '../ui/rich-text.tsx'
import { Term } from '../ui/term.tsx'
import { Section } from './section.tsx'

const asTerm = (chunks: ReactNode) => <Term name="gmsUser">{chunks}</Term>

/** Where a client finds the tester: on this machine, and from others. */
export function Addresses({ addresses }: { addresses: AddressesJson }) {
  const t = useTranslations('connect.addresses')
  const [here, ...others] = addresses.addresses
  if (here === undefined) return null
  return (
    <Section title={t('title')}>
      <dl className="flex flex-col gap-2">
        <Address name={t('base')} text={`${here.origin}${gmsBase}`} copy={t('copyBase')} />
        <Address
          name={<Term name="cometd">{t('comet')}</Term>}
          text={`${here.origin}${cometPath}`}
          copy={t('copyComet')}
        />
      </dl>
      <p className="text-sm text-muted">
        {t.rich('user', {
          term: asTerm,
          code: inCode,
          header: userHeader,
          channel: pushChannel,
        })}
      </p>
      <h3 className="text-sm font-semibold">{t('others')}</h3>
      {others.length === 0 && <p className="text-sm text-muted">{t('noOthers')}</p>}
      {others.length > 0 && (
        <ul className="flex flex-col gap-1.5">
          {others.map(({ origin, interface: name, isListening }) => (
            <li key={origin} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <code className="wrap-anywhere">
                {origin}
                {gmsBase}
              </code>
              {name !== null && <span className="text-xs text-muted">{name}</span>}
              <Badge
                tone={isListening ? 'success' : 'neutral'}
                icon={
                  isListening ? <CircleCheck aria-hidden size={12} /> : <CircleSlash aria-hidden size={12} />
                }
              >
                {t(isListening ? 'listening' : 'notListening')}
              </Badge>
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm text-muted">
        {t.rich(addresses.isOpenToOthers ? 'open' : 'closed', { code: inCode, host: addresses.host })}
      </p>
    </Section>
  )
}

function Address({ name, text, copy }: { name: ReactNode; text: string; copy: string }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <dt className="w-28 text-sm text-muted max-wide:w-full">{name}</dt>
      <dd className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <code className="grow basis-56 wrap-anywhere">{text}</code>
        <CopyButton label={copy} text={text} />
      </dd>
    </div>
  )
}
