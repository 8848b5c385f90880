import { expect, test } from 'vitest'
import { openWhileShown } from './while-shown.ts'

/** A page, what is open on it, and what was done so far. */
function openOnPage() {
  const page = new EventTarget()
  const done: string[] = []
  let count = 0
  const session = openWhileShown(() => {
    const number = (count += 1)
    done.push(`open ${number}`)
    return { close: () => done.push(`close ${number}`) }
  }, page)
  const tell = (type: 'pagehide' | 'pageshow', persisted: boolean) =>
    page.dispatchEvent(Object.assign(new Event(type), { persisted }))
  return { session, tell, done }
}

test('it is closed when the page goes, and opened anew when the page is shown again as it was', () => {
  const { session, tell, done } = openOnPage()
  tell('pageshow', false)
  expect(done).toEqual(['open 1'])
  tell('pagehide', true)
  tell('pageshow', true)
  expect(done).toEqual(['open 1', 'close 1', 'open 2'])
  session.close()
  expect(done.at(-1)).toBe('close 2')
})

test('what was closed by hand stays closed', () => {
  const { session, tell, done } = openOnPage()
  session.close()
  tell('pagehide', true)
  tell('pageshow', true)
  expect(done).toEqual(['open 1', 'close 1'])
})
