import { expectTypeOf, test } from 'vitest'
import type { Notice } from './toast.tsx'

test('a notice of a failure always has an action', () => {
  expectTypeOf<{ tone: 'danger'; title: string }>().not.toExtend<Notice>()
  expectTypeOf<{
    tone: 'danger'
    title: string
    action: { label: string; href: string }
  }>().toExtend<Notice>()
  expectTypeOf<{ title: string }>().toExtend<Notice>()
})
