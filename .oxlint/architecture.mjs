/** The rules that hold the architecture up; each says itself as its message. README, "Map of the code". */
import path from 'node:path'

const sentences = {
  ui: 'Rule 1: nothing under app/ or components/ imports a server value except server/gms/contract.ts; types are free.',
  layers:
    'Rule 2: contact-center/ imports no protocol, no engine, no Node I/O; bayeux/ imports no contact centre; neither imports gms/.',
  time: 'Rule 3: contact-center/ never touches Date, Math.random or timers; time and chance come in through the door.',
  quiet: 'Rule 4: importing a module does nothing; only main.ts opens ports and files.',
  design:
    'Rule 5: controls come from components/ui, and sizes and colours from the tokens: no @base-ui, no <button>, <input>, <select>, <textarea> and no class off the scales elsewhere.',
}

/** The folder that is linted is the project. */
const root = process.cwd()

/** Where a file stands in the project, with forward slashes. */
const placeOf = (file) => path.relative(root, file).split(path.sep).join('/')

const isTest = (place) => /\.(test|contract)\.tsx?$/.test(place) || /(^|\/)testing\.ts$/.test(place)

/** Project-relative path that a relative import leads to; a package's name stays as it is. */
function targetOf(file, source) {
  return source.startsWith('.') ? placeOf(path.resolve(path.dirname(file), source)) : source
}

/** Calls `report(node, source, isTypeOnly)` for every way one module names another. */
function everyImport(report) {
  const typeOnly = (node, kind) =>
    node[kind] === 'type' ||
    (node.specifiers?.length > 0 && node.specifiers.every((specifier) => specifier[kind] === 'type'))
  return {
    ImportDeclaration: (node) => report(node, node.source.value, typeOnly(node, 'importKind')),
    ExportNamedDeclaration: (node) =>
      node.source && report(node, node.source.value, typeOnly(node, 'exportKind')),
    ExportAllDeclaration: (node) => report(node, node.source.value, node.exportKind === 'type'),
    ImportExpression: (node) =>
      node.source.type === 'Literal' && report(node, String(node.source.value), false),
  }
}

const ui = {
  create(context) {
    const place = placeOf(context.filename)
    if (!/^(app|components)\//.test(place)) return {}
    return everyImport((node, source, isTypeOnly) => {
      const target = targetOf(context.filename, source)
      if (isTypeOnly || !target.startsWith('server/') || target === 'server/gms/contract.ts') return
      context.report({ node, message: sentences.ui })
    })
  },
}

/** What each inner part may import besides its own folder. */
const allowed = {
  'contact-center': (target, isTypeOnly) =>
    /^server\/runtime\/(calendar|clock|heap|random|steerable-clock)\.ts$/.test(target) ||
    target === 'libphonenumber-js/max' ||
    (isTypeOnly && target === 'server/storage/port.ts'),
  bayeux: (target) => target.startsWith('node:') || target === 'ws' || target.startsWith('server/runtime/'),
}

const layers = {
  create(context) {
    const place = placeOf(context.filename)
    const part = /^server\/(contact-center|bayeux)\//.exec(place)?.[1]
    if (part === undefined || isTest(place)) return {}
    return everyImport((node, source, isTypeOnly) => {
      const target = targetOf(context.filename, source)
      if (target.startsWith(`server/${part}/`) || allowed[part](target, isTypeOnly)) return
      context.report({ node, message: `${sentences.layers} (${source})` })
    })
  },
}

const clocks = new Set([
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'queueMicrotask',
  'crypto',
  'process',
])

const time = {
  create(context) {
    const place = placeOf(context.filename)
    if (!place.startsWith('server/contact-center/') || isTest(place)) return {}
    return {
      Identifier(node) {
        const parent = node.parent
        const isName =
          (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
          (parent?.type === 'Property' && parent.key === node && !parent.computed) ||
          parent?.type?.startsWith('TS')
        if (clocks.has(node.name) && !isName) context.report({ node, message: sentences.time })
      },
      MemberExpression(node) {
        if (node.object.name === 'Math' && node.property.name === 'random')
          context.report({ node, message: sentences.time })
      },
    }
  },
}

const acts = new Set([
  'ExpressionStatement',
  'IfStatement',
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'WhileStatement',
  'TryStatement',
  'ThrowStatement',
])

const quiet = {
  create(context) {
    const place = placeOf(context.filename)
    const isServer =
      place.startsWith('server/') && !/^server\/(main\.ts|scripts\/)/.test(place) && !isTest(place)
    const isUi = place.startsWith('components/') && !isTest(place)
    if (!isServer && !isUi) return {}
    return {
      Program(program) {
        for (const node of program.body) {
          const isDirective = node.type === 'ExpressionStatement' && node.expression.type === 'Literal'
          const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node
          const isState = declaration?.type === 'VariableDeclaration' && declaration.kind !== 'const'
          if ((acts.has(node.type) && !isDirective) || isState)
            context.report({ node, message: sentences.quiet })
        }
      },
    }
  },
}

/** Tailwind's own sizes, colours and breakpoints that are none of ours. */
const offScale =
  /(?:^|[\s:])(?:(?:max-)?(?:sm|md|lg|xl|2xl):|(?:text-(?:xl|[2-9]xl)|rounded-(?:lg|[2-4]?xl)|shadow-(?:sm|md|lg|xl|2xl)|(?:bg|text|border)-(?:black|white|gray|slate|red|green|blue|yellow)(?:-\d+)?)(?=$|[\s/]))/

/** Lengths made up on the spot. The tracks of a grid are its own: no scale has them. */
const madeUp =
  /(?:^|[\s:])-?(?!grid-(?:cols|rows)-)[a-z][a-z-]*-\[[^\]\s]*\d(?:px|rem|em|ch|%|[dls]?v[hw])[^\]\s]*\]/

const controls = new Set(['button', 'input', 'select', 'textarea'])

const design = {
  create(context) {
    const place = placeOf(context.filename)
    if (!/^(app|components)\//.test(place) || isTest(place)) return {}
    const message = sentences.design
    // What controls are as wide and as high as is said once, where they are made.
    const isMaking = place.startsWith('components/ui/')
    const look = (node, text) => {
      if (typeof text !== 'string') return
      if (offScale.test(text) || (!isMaking && madeUp.test(text))) context.report({ node, message })
    }
    const classes = {
      Literal: (node) => look(node, node.value),
      TemplateElement: (node) => look(node, node.value.cooked),
    }
    if (isMaking) return classes
    return {
      ...classes,
      ...everyImport((node, source) => {
        if (source.startsWith('@base-ui/')) context.report({ node, message })
      }),
      JSXOpeningElement(node) {
        if (controls.has(node.name.name)) context.report({ node, message })
      },
    }
  },
}

export default { meta: { name: 'architecture' }, rules: { ui, layers, time, quiet, design } }
