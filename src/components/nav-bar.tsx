import { Text, View } from '@tarojs/components'
import { useAppEnvironment } from './app-environment'
import { Icon } from './icon'
import { tappable } from './tappable'
import './nav-bar.scss'

type Props = {
  title?: string
  /** Transparent, for pages that begin with a picture. */
  isClear?: boolean
}

/** The top of a page: back button, title, and space for WeChat's capsule. */
export function NavBar({ title = '', isClear = false }: Props) {
  const { topInsets: frame, goBack } = useAppEnvironment()
  const { statusBar, bar, capsule } = frame
  return (
    <View
      className={isClear ? 'nav-bar nav-bar--clear' : 'nav-bar'}
      style={{ paddingTop: `${statusBar}px`, paddingRight: `${capsule}px` }}
    >
      <View className="nav-bar__row" style={{ height: `${bar}px` }}>
        <View className="nav-bar__back" {...tappable('返回')} onClick={goBack}>
          <Icon name="back" />
        </View>
        <Text className="nav-bar__title" style={{ left: `${capsule}px` }}>
          {title}
        </Text>
      </View>
    </View>
  )
}
