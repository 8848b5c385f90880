import { expect, test } from 'vitest'
import { columnTitlesIn } from './column-titles.ts'

test('[OP108] parameters are called what the option says', () => {
  expect([...columnTitlesIn('{"usr_reason":"Reason","usr_vip":"VIP"}')]).toEqual([
    ['usr_reason', 'Reason'],
    ['usr_vip', 'VIP'],
  ])
})

test.each([undefined, '', 'usr_reason', '{"usr_reason":', 'null', '7', '["Reason"]x', '{"usr_reason":1}'])(
  '[OP108] %s gives no titles',
  (alias) => expect(columnTitlesIn(alias).size).toBe(0),
)
