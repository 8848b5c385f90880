import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

export type TesterEnv = { Bindings: HttpBindings }
export type TesterContext = Context<TesterEnv>

/** One call of the tester's API. */
export interface Route {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
  /** Below `/gmstester/api`, with `:names`. */
  readonly path: string
  readonly handle: (c: TesterContext) => Response | Promise<Response>
}

/** One route of a table: the method, the path below the base, who answers. */
export const route = (method: Route['method'], path: string, handle: Route['handle']): Route => ({
  method,
  path,
  handle,
})

/** A part of the path that the route names; an error of ours when it does not. */
export function pathPart<Id extends string = string>(c: TesterContext, name: string): Id {
  const part = c.req.param(name)
  if (part === undefined) throw new Error(`The route ${c.req.path} has no part ${name}.`)
  return part as Id
}

/** 204: done, and nothing to say. */
export const nothing = (c: TesterContext): Response => c.body(null, 204)
