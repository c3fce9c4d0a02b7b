import { Text, View } from '@tarojs/components'
import { failureCopy } from '@/copy/failures'
import { Button } from './button'
import { Picture } from './picture'
import './empty.scss'

/** The pictures of empty pages; they come with the package, `src/assets/empty`. */
export type EmptyPicture =
  | 'basket'
  | 'fallen-leaf'
  | 'gift'
  | 'herb'
  | 'jar'
  | 'leaf'
  | 'seedling'
  | 'tea-cup'
  | 'teapot'

type EmptyProps = {
  picture: EmptyPicture
  title: string
  note?: string
  /** Text of the button for the next step. */
  action?: string
  onAction?(): void
}

/** An empty page with a suggested next step. */
export function Empty({ picture, title, note, action, onAction }: EmptyProps) {
  return (
    <View className="empty">
      <View className="empty__picture">
        <Picture name={`/assets/empty/${picture}.png`} alt="" isEager />
      </View>
      <Text className="empty__title">{title}</Text>
      {note !== undefined && <Text className="empty__note">{note}</Text>}
      {action !== undefined && onAction && (
        <Button kind="soft" onTap={onAction}>
          {action}
        </Button>
      )}
    </View>
  )
}

type FailureProps = {
  error: { code: string; requestId?: string }
  /** What the page shows, for when there is none: 订单, 售后. */
  of?: string
  onRetry(): void
}

/** A page that failed to load: what happened, and a retry button. */
export function Failure({ error, of, onRetry }: FailureProps) {
  const { title, note } = failureCopy(error)
  const isMissing = error.code === 'NOT_FOUND' && of !== undefined
  return (
    <View className="empty" role="alert">
      <Text className="empty__title">{isMissing ? `没有找到这${of}` : title}</Text>
      <Text className="empty__note">{note}</Text>
      <Button kind="soft" onTap={onRetry}>
        再试一次
      </Button>
    </View>
  )
}
