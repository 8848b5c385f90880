'use client'

import { create } from 'zustand'

/** For which customer the editor of a request is open; null: it is closed. */
export const useSendAsStore = create<{ letter: string | null }>()(() => ({ letter: null }))

export const openSendAs = (letter: string) => useSendAsStore.setState({ letter })

export const closeSendAs = () => useSendAsStore.setState({ letter: null })
