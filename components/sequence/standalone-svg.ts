/** The drawing's custom properties, which mean something inside this page only. */
const tokens = /var\((--[a-z-]+)\)/g

/** A drawing of the page as a file of its own: with the colours that it has here, on the ground that it has here. */
export function standaloneSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  for (const element of [copy, ...copy.querySelectorAll('*')]) element.removeAttribute('class')
  for (const link of copy.querySelectorAll('a')) {
    const target = new URL(link.getAttribute('href') ?? '', window.location.href)
    link.setAttribute('href', target.href)
  }
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: 'var(--surface)' }))
    ground.setAttribute(name, value)
  copy.prepend(ground)
  const page = getComputedStyle(document.documentElement)
  const values = new Map<string, string>()
  const valueOf = (name: string) => {
    const known = values.get(name)
    if (known !== undefined) return known
    const value = page.getPropertyValue(name).trim()
    const plain = name === '--font-mono' ? value.replaceAll('"', "'") : plainColor(value)
    values.set(name, plain)
    return plain
  }
  const text = new XMLSerializer().serializeToString(copy)
  return text.replace(tokens, (_, name: string) => valueOf(name))
}

/** A colour as every program that draws knows it. */
function plainColor(color: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d')
  if (!context) return color
  context.fillStyle = color
  context.fillRect(0, 0, 1, 1)
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data
  return `rgb(${red}, ${green}, ${blue})`
}
