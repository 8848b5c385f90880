import { expect, test } from 'vitest'
import { isFollowed } from './use-following.ts'

const grid = (scrollTop: number, scrollHeight = 1000) => ({ scrollTop, scrollHeight, clientHeight: 400 })

test('the wire is followed as long as its reader stands at the end, and again when they come back there', () => {
  expect(isFollowed(true, 600, grid(600), 30)).toBe(true)
  expect(isFollowed(true, 600, grid(500), 30)).toBe(false)
  expect(isFollowed(false, 500, grid(550), 30)).toBe(false)
  expect(isFollowed(false, 550, grid(590), 30)).toBe(true)
})

test('a wire that was paused at its end stays paused when a poll is folded away under it', () => {
  expect(isFollowed(false, 600, grid(572, 972), 30)).toBe(false)
  expect(isFollowed(false, 572, grid(572, 972), 30)).toBe(false)
})
