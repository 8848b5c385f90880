import { afterEach, expect, test } from 'vitest'
import { detailOf, exchange } from './traffic-samples.ts'
import {
  closeWireWindows,
  isEditOpening,
  isWireWindowOpen,
  openEdit,
  openEditSoon,
  openNote,
  useWireWindows,
} from './wire-windows-store.ts'

afterEach(closeWireWindows)

test('one window is open at a time: each takes the place of the one before', () => {
  openNote(exchange(1))
  openEdit(detailOf({ number: 2 }))
  expect(useWireWindows.getState()).toMatchObject({ noted: null, edited: { number: 2 } })
  openNote(exchange(3))
  expect(useWireWindows.getState()).toMatchObject({ noted: { number: 3 }, edited: null })
})

test('a window that was to open does so no more when another one has, or when all are closed', () => {
  openEditSoon()
  expect([isEditOpening(), isWireWindowOpen()]).toEqual([true, true])
  openNote(exchange(1))
  expect(isEditOpening()).toBe(false)
  closeWireWindows()
  openEditSoon()
  closeWireWindows()
  expect([isEditOpening(), isWireWindowOpen()]).toEqual([false, false])
})
