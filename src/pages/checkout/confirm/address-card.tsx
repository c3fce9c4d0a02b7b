import type { AddressView } from '@core/contract/members'
import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { tappable } from '@/components/tappable'
import { UNREADABLE_ADDRESS_COPY } from '@/copy/unreadable'
import { go } from '@/services/route'

type Props = { shown: AddressView | null }

/** The delivery address; a tap opens the address book, or the form while the book is empty. */
export function AddressCard({ shown }: Props) {
  return (
    <View className="card to" {...tappable('收货地址')} onClick={() => go.addressForOrder(shown)}>
      {shown ? (
        <View className="to__words">
          <View>
            <Text className="to__name">
              {shown.isUnreadable ? UNREADABLE_ADDRESS_COPY : shown.name}
            </Text>
            <Text className="to__phone">{shown.phone}</Text>
          </View>
          <Text className="to__street">{`${shown.region} ${shown.street}`}</Text>
        </View>
      ) : (
        <View className="to__words">
          <Text className="to__name">添加收货地址</Text>
          <Text className="to__street">告诉我们送到哪里</Text>
        </View>
      )}
      <Icon name="next" />
    </View>
  )
}
