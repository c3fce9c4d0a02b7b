import type { PropsWithChildren } from 'react'
import './app.scss'

/** The root of every page. */
export default function App({ children }: PropsWithChildren) {
  return children
}
