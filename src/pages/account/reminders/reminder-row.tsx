import type { ReminderView } from '@core/contract/reminders'
import type { Day } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Button } from '@/components/button'
import { Picture } from '@/components/picture'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { formatMoment, formatWhen } from '@/copy/dates'
import { today } from '@/services/clock'
import { go } from '@/services/route'

type Props = { reminder: ReminderView; onCancel(reminder: ReminderView): void }

/** A reminder: what it is for, how it stands, and, while it waits, a way out of it. */
export const ReminderRow = memo(({ reminder, onCancel }: Props) => {
  const { productId, title, spec, picture, state, isUnread } = reminder
  return (
    <View className="reminder" {...tappable(title, 'link')} onClick={() => go.product(productId)}>
      <Picture name={picture} alt="" frame="thumb" />
      <View className="reminder__words">
        <Text className="reminder__title">{title}</Text>
        {spec !== '' && <Text className="reminder__note">{spec}</Text>}
        <Text className="reminder__note">{stateCopy(reminder, today())}</Text>
      </View>
      {state === 'waiting' ? (
        <Button
          kind="quiet"
          size="small"
          label={`不再提醒 ${title}`}
          onTap={() => onCancel(reminder)}
        >
          取消提醒
        </Button>
      ) : (
        isUnread && <Tag tone="price">可以买了</Tag>
      )}
    </View>
  )
})

/** `等到货`, `今天 10:00 开售`, `昨天 14:05 到货了`. */
function stateCopy({ state, skuId, toldAt, opensAt }: ReminderView, day: Day): string {
  const isLaunch = skuId === null
  if (state === 'told' && toldAt !== null) {
    return `${formatWhen(toldAt, day)} ${isLaunch ? '提醒过开售' : '到货了'}`
  }
  if (!isLaunch) return '等到货'
  return opensAt === null ? '等开售' : `${formatMoment(opensAt, day)} 开售`
}
