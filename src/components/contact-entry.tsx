import { Button as NativeButton, Text, View } from '@tarojs/components'
import { Button } from './button'
import { Icon } from './icon'
import './contact-entry.scss'

type Props = {
  /** Title of the card that WeChat sends into the chat. */
  title: string
  /** Page that the card opens, without a leading slash. */
  path: string
  /** When somebody answers. */
  hours: string
  /** Opens the form for a written message; works everywhere and at any hour. */
  onWrite(): void
}

/** Only WeChat has a customer service chat; in a browser the button would do nothing. */
const IN_WECHAT = process.env.TARO_ENV === 'weapp'

/** Entry to customer service, on every page about a product or an order. */
export function ContactEntry({ title, path, hours, onWrite }: Props) {
  return (
    <View className="contact-entry">
      <Icon name="service" />
      <View className="contact-entry__words">
        <Text>有问题，找客服</Text>
        <Text className="contact-entry__note">{hours}</Text>
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
