import { CARRIERS } from '@core/domain/orders/carriers'
import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '@/components/choice'
import { CARRIER_MAX, type ParcelDraft, type ParcelErrors, TRACKING_MAX } from './parcel'
import './parcel-form.scss'

type Props = {
  draft: ParcelDraft
  errors: ParcelErrors
  onChange(part: Partial<ParcelDraft>): void
  /** Confirmed with the keyboard. */
  onDone(): void
}

/** Carrier and tracking number of a parcel, with the error below each field. */
export function ParcelForm({ draft, errors, onChange, onDone }: Props) {
  return (
    <>
      <Text className="parcel-form__label">快递</Text>
      <CarrierChoices carrier={draft.carrier} onChoose={(carrier) => onChange({ carrier })} />
      <FieldError text={errors.carrier} />
      <Text className="parcel-form__label">单号</Text>
      <Input
        className="parcel-form__input"
        value={draft.trackingNumber}
        maxlength={TRACKING_MAX + 8} // blanks between groups are dropped before it is sent
        placeholder="抄下面单上的单号"
        placeholderClass="placeholder"
        aria-label="快递单号"
        onInput={(event) => onChange({ trackingNumber: event.detail.value })}
        onConfirm={onDone}
      />
      <FieldError text={errors.trackingNumber} />
      <FieldError text={errors.whole} />
    </>
  )
}

type CarrierChoicesProps = { carrier: string; onChoose: (carrier: string) => void }

function CarrierChoices({ carrier, onChoose }: CarrierChoicesProps) {
  const [isOther, setOther] = useState(false)
  return (
    <>
      <View className="parcel-form__choices">
        {CARRIERS.map((one) => (
          <Choice
            key={one}
            isOnCard
            isSelected={!isOther && carrier === one}
            onTap={() => {
              setOther(false)
              onChoose(one)
            }}
          >
            {one}
          </Choice>
        ))}
        <Choice
          isOnCard
          isSelected={isOther}
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
          className="parcel-form__input"
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

const FieldError = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : (
    <View className="parcel-form__error" role="alert">
      {text}
    </View>
  )
