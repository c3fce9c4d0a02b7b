import type { DeliveryView } from '@core/contract/storefront'
import { PROVINCES } from '@core/kernel/provinces'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Row } from '@/components/card'
import { Choice } from '@/components/choice'
import { Sheet } from '@/components/sheet'
import { deliveryCopy } from './savings-copy'

/** 送至: the province, and what sending there costs; another one can be looked at. */
export function DeliveryRow({ delivery }: { delivery: DeliveryView }) {
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const province = chosen ?? delivery.province
  return (
    <>
      <Row label="送至" value={deliveryCopy(delivery, province)} onTap={() => setOpen(true)} />
      <Sheet isOpen={isOpen} title="送到哪里" onClose={() => setOpen(false)}>
        <View className="provinces">
          {PROVINCES.map((one) => (
            <Choice
              key={one}
              isSelected={one === province}
              isOnCard
              onTap={() => {
                setChosen(one)
                setOpen(false)
              }}
            >
              {one}
            </Choice>
          ))}
        </View>
      </Sheet>
    </>
  )
}
