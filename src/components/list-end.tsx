import { Text, View } from '@tarojs/components'
import { Button } from './button'
import './list-end.scss'

type Props = {
  status: 'loading' | 'ready' | 'failed'
  ended: boolean
  onRetry(): void
}

/** The end of a paged list: loading more, failed, or no more. */
export function ListEnd({ status, ended, onRetry }: Props) {
  if (status === 'failed') {
    return (
      <View className="list-end">
        <Button kind="quiet" size="small" onTap={onRetry}>
          没有取到后面的，点此再试
        </Button>
      </View>
    )
  }
  return (
    <View className="list-end">
      <Text>{ended ? '到底了' : '正在取后面的…'}</Text>
    </View>
  )
}
