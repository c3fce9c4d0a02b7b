import { configure } from '@nutui/icons-react-taro'
import { useDidHide, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { type AppEnvironment, AppEnvironmentProvider } from '@/components/app-environment'
import { enableAriaAttributes } from '@/services/aria'
import { IN_WECHAT } from '@/services/build'
import { watchLeaving } from '@/services/leaving'
import { pictureUrl } from '@/services/picture'
import { go } from '@/services/route'
import { topInsets } from '@/services/top-insets'
import { openCloud } from '@/services/transport'
import { shop } from '@/stores/shop'
import './app.scss'

// NutUI renders its icons as <i>, a tag that WXML does not have.
if (IN_WECHAT) configure({ tag: 'view' })

enableAriaAttributes()
watchLeaving()

const environment: AppEnvironment = { topInsets: topInsets(), pictureUrl, goBack: go.back }

/** The root component of every page. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    openCloud()
    void shop.getState().flushEvents()
  })
  useDidHide(() => void shop.getState().flushEvents())
  return <AppEnvironmentProvider value={environment}>{children}</AppEnvironmentProvider>
}
