import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useAppEnvironment } from './app-environment'
import { NavBar } from './nav-bar'
import './page-shell.scss'

type Props = {
  title?: string
  /** Tab pages carry their title in the page and have no way back. */
  isTab?: boolean
  /** A bar at the foot, above the thumb. */
  foot?: ReactNode
  children: ReactNode
}

/** The outline that every page shares: top, content with its margins, foot. */
export function PageShell({ title = '', isTab = false, foot, children }: Props) {
  const { statusBar, bar } = useAppEnvironment().topInsets
  return (
    <View className={isTab ? 'page page--tab' : 'page'}>
      {!isTab && <NavBar title={title} />}
      {isTab && title !== '' && (
        <View className="page__top" style={{ paddingTop: `${statusBar}px` }}>
          <View className="page__title" style={{ minHeight: `${bar}px` }}>
            {title}
          </View>
        </View>
      )}
      <View className={foot ? 'page__body page__body--footed' : 'page__body'}>{children}</View>
      {foot && <View className="page__foot">{foot}</View>}
    </View>
  )
}
