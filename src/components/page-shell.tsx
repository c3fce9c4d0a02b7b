import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useAppEnvironment } from './app-environment'
import { NavBar } from './nav-bar'
import './page-shell.scss'

type Props = {
  title?: string
  /** Tab pages show the title in the page and have no back button. */
  isTab?: boolean
  /** A fixed bar at the bottom. */
  foot?: ReactNode
  children: ReactNode
}

/** The layout that pages share: navigation bar, content with margins, optional foot bar. */
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
