import { Textarea, View } from '@tarojs/components'
import { Button } from './button'
import { Icon } from './icon'
import { tappable } from './tappable'
import './composer.scss'

type Props = {
  value: string
  max: number
  placeholder: string
  isBusy: boolean
  /** How many pictures are attached. */
  pictures?: number
  onChange(value: string): void
  onPick?: (() => void) | undefined
  onSend(): void
}

/** The input bar of a conversation: text, pictures, send button. */
export function Composer(props: Props) {
  const { value, max, placeholder, isBusy, pictures = 0, onPick } = props
  return (
    <View className="composer">
      {onPick && (
        <View
          className="composer__pick"
          {...tappable(pictures > 0 ? `已选 ${pictures} 张图，重新选` : '加图片')}
          onClick={onPick}
        >
          {pictures > 0 ? `${pictures} 图` : <Icon name="plus" />}
        </View>
      )}
      <Textarea
        className="composer__input"
        value={value}
        maxlength={max}
        autoHeight
        fixed
        cursorSpacing={16}
        placeholder={placeholder}
        placeholderClass="placeholder"
        aria-label={placeholder}
        onInput={(event) => props.onChange(event.detail.value)}
      />
      <Button size="small" busy={isBusy} disabled={value.trim() === ''} onTap={props.onSend}>
        发送
      </Button>
    </View>
  )
}
