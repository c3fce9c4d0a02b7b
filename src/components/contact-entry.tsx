import { Button as NativeButton, Text, View } from '@tarojs/components'
import { Button } from './button'
import { Icon } from './icon'
import './contact-entry.scss'

type Props = {
  /** What it will be about, as WeChat's card shows it. */
  title: string
  /** Where that card leads, without a leading slash. */
  path: string
  /** Leaves words, for everybody and at any hour. */
  onWrite(): void
}

/** WeChat alone has a conversation of its own; a browser would draw a button that does nothing. */
const IN_WECHAT = process.env.TARO_ENV === 'weapp'

/** The way to the people of the shop, on every page about a product or an order. */
export function ContactEntry({ title, path, onWrite }: Props) {
  return (
    <View className="contact-entry">
      <Icon name="service" />
      <View className="contact-entry__words">
        <Text>有问题，找客服</Text>
        <Text className="contact-entry__note">休息时间留言，上班就回</Text>
      </View>
      <Button kind={IN_WECHAT ? 'quiet' : 'soft'} size="small" label="给客服留言" onTap={onWrite}>
        留言
      </Button>
      {IN_WECHAT && (
        <NativeButton
          className="contact-entry__chat"
          openType="contact"
          sendMessageTitle={title}
          sendMessagePath={path}
          showMessageCard
          aria-label="联系客服"
        >
          联系客服
        </NativeButton>
      )}
    </View>
  )
}
