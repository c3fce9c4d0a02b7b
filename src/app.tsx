import { configure } from '@nutui/icons-react-taro'
import { useDidHide, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { type AppEnvironment, AppEnvironmentProvider } from '@/components/app-environment'
import { enableAriaAttributes } from '@/services/aria'
import { IN_WECHAT, ON_DEVCLOUD } from '@/services/build'
import { syncDevcloudClock } from '@/services/clock'
import { topInsets } from '@/services/top-insets'
import { pictureUrl } from '@/services/picture'
import { go } from '@/services/route'
import { openCloud } from '@/services/transport'
import { shop } from '@/stores/shop'
import './app.scss'

// NutUI draws its signs as <i>, a tag that WXML does not know.
if (IN_WECHAT) configure({ tag: 'view' })

enableAriaAttributes()

const environment: AppEnvironment = { topInsets: topInsets(), pictureUrl, goBack: go.back }

/** The root of every page. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    openCloud()
    if (ON_DEVCLOUD) void syncDevcloudClock()
    void shop.getState().flushEvents()
  })
  useDidHide(() => void shop.getState().flushEvents())
  return <AppEnvironmentProvider value={environment}>{children}</AppEnvironmentProvider>
}
