import { configure } from '@nutui/icons-react-taro'
import { useDidHide, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { type Surroundings, SurroundingsProvider } from '@/components/app-environment'
import { carryAria } from '@/services/aria'
import { IN_WECHAT, ON_DESK } from '@/services/build'
import { followDeskClock } from '@/services/clock'
import { frame } from '@/services/frame'
import { pictureUrl } from '@/services/picture'
import { go } from '@/services/route'
import { openCloud } from '@/services/transport'
import { shop } from '@/stores/shop'
import './app.scss'

// NutUI draws its signs as <i>, a tag that WXML does not know.
if (IN_WECHAT) configure({ tag: 'view' })

carryAria()

const surroundings: Surroundings = { frame: frame(), pictureUrl, goBack: go.back }

/** The root of every page. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    openCloud()
    if (ON_DESK) void followDeskClock()
    void shop.getState().tell()
  })
  useDidHide(() => void shop.getState().tell())
  return <SurroundingsProvider value={surroundings}>{children}</SurroundingsProvider>
}
