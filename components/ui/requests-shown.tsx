'use client'

import { createContext, useContext } from 'react'

/** Whether every control within tells in plain sight what it sends, and not only as its description. */
export const RequestsShown = createContext(false)

/** Whether a control tells what it sends in plain sight; see `RequestsShown`. */
export const useAreRequestsShown = () => useContext(RequestsShown)

/** What has a control's request told by the page's tooltip, on hover and on focus; its description tells it too. */
export const tipOf = (request: string | undefined) =>
  request === undefined ? {} : { 'data-tip': '', 'data-tip-request': request }
