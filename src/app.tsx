import { configure } from '@nutui/icons-react-taro'
import { useDidHide, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { type AppEnvironment, AppEnvironmentProvider } from '@/components/app-environment'
import { carryAria } from '@/services/aria'
import { IN_WECHAT, ON_DEVCLOUD } from '@/services/build'
import { followDevcloudClock } from '@/services/clock'
import { frame } from '@/services/top-insets'
import { pictureUrl } from '@/services/picture'
import { go } from '@/services/route'
import { openCloud } from '@/services/transport'
import { shop } from '@/stores/shop'
import './app.scss'

// NutUI draws its signs as <i>, a tag that WXML does not know.
if (IN_WECHAT) configure({ tag: 'view' })

carryAria()

const surroundings: AppEnvironment = { frame: frame(), pictureUrl, goBack: go.back }

/** The root of every page. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    openCloud()
    if (ON_DEVCLOUD) void followDevcloudClock()
    void shop.getState().tell()
  })
  useDidHide(() => void shop.getState().tell())
  return <AppEnvironmentProvider value={surroundings}>{children}</AppEnvironmentProvider>
}
