import { Popup } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { createContext, type ReactNode, useContext } from 'react'
import { Icon } from './icon'
import { tappable } from './tappable'
import './sheet.scss'

/** Duration of the opening animation, in milliseconds. */
const MOTION_MS = 160

const InSheet = createContext(false)

/** Whether a component stands in a sheet, which does not scroll with the page. */
export const useIsInSheet = (): boolean => useContext(InSheet)

type Props = {
  isOpen: boolean
  title: string
  onClose(): void
  /** Fixed below the content. */
  foot?: ReactNode
  children: ReactNode
}

/** A bottom sheet. */
export function Sheet({ isOpen, title, onClose, foot, children }: Props) {
  return (
    <Popup visible={isOpen} position="bottom" round duration={MOTION_MS} onClose={onClose}>
      <View className="sheet" role="dialog" aria-label={title}>
        <View className="sheet__head">
          <Text className="sheet__title">{title}</Text>
          <View className="sheet__close" {...tappable('关闭')} onClick={onClose}>
            <Icon name="close" />
          </View>
        </View>
        <View className="sheet__body">
          <InSheet.Provider value={true}>{children}</InSheet.Provider>
        </View>
        {foot && <View className="sheet__foot">{foot}</View>}
      </View>
    </Popup>
  )
}
