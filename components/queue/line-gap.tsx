/** The rows of a line that are not drawn. */
export function LineGap({ height }: { height: number }) {
  return height > 0 && <tbody aria-hidden className="block" style={{ height }} />
}
