import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { WhyButton } from '../why/why-button.tsx'
import { Button } from './button.tsx'
import { Input } from './field.tsx'
import { RequestsShown } from './requests-shown.tsx'
import { SegmentedControl } from './segmented-control.tsx'
import { Switch } from './switch.tsx'

const request = 'PUT /it'
const ignore = () => undefined

const controls = {
  button: <Button request={request}>Do it</Button>,
  field: <Input label="It" request={request} />,
  switch: <Switch label="It" isOn onChange={ignore} request={request} />,
  segments: (
    <SegmentedControl
      label="It"
      options={[{ key: 'a', label: 'A' }]}
      selected="a"
      onSelect={ignore}
      request={request}
    />
  ),
  why: <WhyButton label="Why" about="it" isOpen={false} controls="x" request={request} onToggle={ignore} />,
}

/** The texts of what describes the control. */
function descriptionOf(drawn: string): string[] {
  const ids = /aria-describedby="([^"]+)"/.exec(drawn)?.[1]?.split(' ') ?? []
  return ids.map((id) => drawn.split(`id="${id}"`)[1]?.replace(/^[^>]*>([^<]*)<.*$/s, '$1') ?? '')
}

describe.each(Object.entries(controls))('what a %s sends', (_, control) => {
  test('is told by the page’s tooltip, not by the browser’s, and by the description', () => {
    const drawn = renderToStaticMarkup(control)
    expect(drawn).toContain(`data-tip-request="${request}"`)
    expect(drawn).not.toContain('title=')
    expect(descriptionOf(drawn)).toEqual([request])
  })

  test('is the description when it is told in plain sight, too', () => {
    const drawn = renderToStaticMarkup(<RequestsShown value={true}>{control}</RequestsShown>)
    expect(descriptionOf(drawn)).toEqual([request])
  })
})
