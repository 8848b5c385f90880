/** The text of each rule, by its number. */
export type RuleTexts = ReadonlyMap<string, string>

/** Reads the rules out of a `SPEC.md`: one bullet each, `- **RT1** As many …`. */
export function readRuleTexts(spec: string): RuleTexts {
  return new Map(
    [...spec.matchAll(/^- \*\*([A-Z]{2}\d+)\*\* (.+)$/gm)].map(([, number = '', text = '']) => [
      number,
      text,
    ]),
  )
}
