import type { AddressEntry } from '@core/contract/addresses'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { UNREADABLE_ADDRESS_COPY } from '@/copy/unreadable'

type Props = {
  entry: AddressEntry
  /** Chooses the address for the order that is being placed. */
  onChoose: (() => void) | undefined
  onDefault(): void
  onEdit(): void
  onRemove(): void
}

/** An address of the book and what can be done with it. */
export function AddressRow({ entry, onChoose, onDefault, onEdit, onRemove }: Props) {
  const { name, phone, province, city, district, street, isDefault, isUnreadable } = entry
  const region = [...new Set([province, city, district])].filter(Boolean).join(' ')
  const choosing = onChoose ? { ...tappable(`用 ${name} ${street}`), onClick: onChoose } : {}
  return (
    <View className="card entry">
      <View className="entry__words" {...choosing}>
        <View className="entry__head">
          <Text className="entry__name">{isUnreadable ? UNREADABLE_ADDRESS_COPY : name}</Text>
          <Text>{phone}</Text>
          {isDefault && <Tag>默认</Tag>}
        </View>
        <Text className="entry__street">{`${region} ${street}`}</Text>
      </View>
      <View className="entry__acts">
        {!isDefault && (
          <Button kind="quiet" size="small" onTap={onDefault}>
            设为默认
          </Button>
        )}
        <Button kind="quiet" size="small" onTap={onEdit}>
          修改
        </Button>
        <Button kind="quiet" size="small" onTap={onRemove}>
          删除
        </Button>
      </View>
    </View>
  )
}
