import { useState } from 'react'
import { Input, Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Choice } from '../parts/choice'
import { CARRIERS, CARRIER_MAX, TRACKING_MAX } from './shipment'
import type { Shipping } from './use-shipping'
import './ship-form.scss'

/** With whom and under what number a parcel goes; what is wrong stands below its field. */
export function ShipForm({ shipping }: { shipping: Shipping }) {
  const { draft, faults, change } = shipping
  return (
    <Card title="发货">
      <Text className="ship-form__label">快递</Text>
      <CarrierChoices carrier={draft.carrier} onChoose={(carrier) => change({ carrier })} />
      <Fault words={faults.carrier} />
      <Text className="ship-form__label">单号</Text>
      <Input
        className="ship-form__input"
        value={draft.trackingNumber}
        maxlength={TRACKING_MAX + 8} // blanks between groups are dropped before it is sent
        placeholder="抄下面单上的单号"
        placeholderClass="placeholder"
        aria-label="快递单号"
        onInput={(event) => change({ trackingNumber: event.detail.value })}
        onConfirm={() => void shipping.send()}
      />
      <Fault words={faults.trackingNumber} />
      <Fault words={faults.whole} />
    </Card>
  )
}

type CarrierChoicesProps = { carrier: string; onChoose: (carrier: string) => void }

function CarrierChoices({ carrier, onChoose }: CarrierChoicesProps) {
  const [isOther, setOther] = useState(false)
  return (
    <>
      <View className="ship-form__choices">
        {CARRIERS.map((one) => (
          <Choice
            key={one}
            onCard
            isOn={!isOther && carrier === one}
            onTap={() => {
              setOther(false)
              onChoose(one)
            }}
          >
            {one}
          </Choice>
        ))}
        <Choice
          onCard
          isOn={isOther}
          onTap={() => {
            setOther(true)
            onChoose('')
          }}
        >
          其他
        </Choice>
      </View>
      {isOther && (
        <Input
          className="ship-form__input"
          value={carrier}
          maxlength={CARRIER_MAX}
          placeholder="快递公司的名字"
          placeholderClass="placeholder"
          aria-label="快递公司的名字"
          focus
          onInput={(event) => onChoose(event.detail.value)}
        />
      )}
    </>
  )
}

const Fault = ({ words }: { words: string | undefined }) =>
  words === undefined ? null : (
    <View className="ship-form__fault" role="alert">
      {words}
    </View>
  )
