'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useTranslations } from 'use-intl'
import { cometPath, gmsBase } from '../../server/gms/contract.ts'
import type { AddressesJson } from '../../server/tester/contract.ts'
import { CodeBlock } from '../ui/code-block.tsx'
import { inCode } from '../ui/rich-text.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Section } from './section.tsx'
import { samples } from './platform-samples.ts'

const platforms = ['browser', 'android', 'ios', 'other'] as const

/** What has to be known on each platform. */
export function PlatformNotes({ addresses }: { addresses: AddressesJson }) {
  const t = useTranslations('connect.platforms')
  const [platform, setPlatform] = useQueryState(
    'platform',
    parseAsStringLiteral(platforms).withDefault('browser'),
  )
  const { port, allowedOrigins, addresses: all } = addresses
  const outside = all.find(({ interface: name }) => name !== null)?.origin ?? `http://192.168.1.5:${port}`
  const values = {
    code: inCode,
    emulator: `http://10.0.2.2:${port}${gmsBase}`,
    outside: `${outside}${gmsBase}`,
    count: allowedOrigins.length,
    origins: allowedOrigins.join(', '),
  }
  return (
    <Section title={t('title')}>
      <Tabs
        label={t('title')}
        items={platforms.map((key) => ({ key, label: t(`${key}.name`) }))}
        selected={platform}
        onSelect={(key) => void setPlatform(key)}
        panelClassName="flex flex-col gap-3 pt-3"
      >
        <ul className="flex list-disc flex-col gap-2 pl-5 text-sm">
          <li>{t.rich(`${platform}.address`, values)}</li>
          <li>{t.rich(`${platform}.permission`, values)}</li>
          <li>{t.rich(`${platform}.push`, values)}</li>
        </ul>
        <CodeBlock
          label={t('sample', { platform: t(`${platform}.name`) })}
          text={samples[platform]({ port, cometPath })}
        />
      </Tabs>
    </Section>
  )
}
