import { expect, test } from 'vitest'
import { startTester } from '../testing.ts'
import type { ThresholdPreviewJson } from './contract.ts'

test('[TA102] the truth table of the service’s own rule has the documented reasons', async () => {
  const { api, close } = await startTester()
  const { rows } = (await api('GET', '/thresholds?table=0:6,35:0')).body as ThresholdPreviewJson
  expect(rows.map(({ band }) => band)).toEqual([
    { lower: 0, upper: 35, position: 6 },
    { lower: 35, upper: null, position: 0 },
    null,
  ])
  const cell = (row: number, position: number) => rows[row]?.cells.find((each) => each.position === position)
  expect(cell(0, 2)).toEqual({ position: 2, isPassed: true, reason: 'eta  <= 35 and position <=5 ' })
  expect(cell(0, 6)).toEqual({ position: 6, isPassed: false, reason: 'eta  > 35 or position >5 ' })
  expect(cell(1, 1)).toEqual({ position: 1, isPassed: true, reason: 'position 1' })
  expect(cell(1, 2)?.isPassed).toBe(false)
  expect(cell(2, 6)).toEqual({ position: 6, isPassed: true, reason: 'eta n/a' })
  await close()
})

test('[TA102] a table that cannot be read says which pair is wrong', async () => {
  const { api, close } = await startTester()
  expect(await api('GET', '/thresholds?table=0:6,x')).toMatchObject({
    status: 400,
    body: {
      error: {
        rule: 'TH2',
        details: [{ field: 'table', message: 'Pair 2, “x”, is not seconds:position, as in 0:10,10:5.' }],
      },
    },
  })
  for (const query of ['', '?table=0:6&more=1'])
    expect((await api('GET', `/thresholds${query}`)).status).toBe(400)
  await close()
})
