import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { resetTester } from './reset-queries.ts'

afterEach(() => vi.unstubAllGlobals())

test('a reset after which nothing more can be read has worked, and is asked for once', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
    asked.push(`${method} ${path}`)
    return method === 'POST'
      ? Promise.resolve(new Response(null, { status: 204 }))
      : Promise.reject(new TypeError('Failed to fetch'))
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  expect(await resetTester(client)).toBeNull()
  expect(asked).toEqual(['POST /gmstester/api/reset', 'GET /gmstester/api/reset'])
})
