import type { AddressView } from '@core/contract/members'
import { maskPhone } from '@core/kernel/masking'
import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { tappable } from '@/components/tappable'
import { UNREADABLE_ADDRESS_COPY } from '@/copy/unreadable'
import { go } from '@/services/route'
import { useShop } from '@/stores/shop'

type Props = { saved: AddressView | null }

/** The delivery address: the typed one, else the saved one. */
export function AddressCard({ saved }: Props) {
  const typed = useShop((state) => state.typedAddress)
  const shown: AddressView | null = typed
    ? {
        name: typed.name,
        phone: maskPhone(typed.phone),
        region: [typed.province, typed.city, typed.district].filter(Boolean).join(' '),
        street: typed.street,
      }
    : saved
  return (
    <View className="card to" {...tappable('收货地址')} onClick={() => go.address()}>
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
