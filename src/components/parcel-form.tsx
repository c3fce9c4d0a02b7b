import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type ParcelDraft, type ParcelErrors, TRACKING_MAX } from '@/copy/parcels'
import { Button } from './button'
import { CarrierSheet } from './carrier-sheet'
import { Choice } from './choice'
import { Icon } from './icon'
import { tappable } from './tappable'
import './parcel-form.scss'

type Props = {
  parcel: {
    draft: ParcelDraft
    errors: ParcelErrors
    /** The carriers whose number it may be, when the number leaves a choice. */
    candidates: readonly string[]
    /** The carrier that the number tells; empty when it tells none. */
    recognized: string
    /** Carriers that come first in the list. */
    used: readonly string[]
    setNumber(trackingNumber: string): void
    setCarrier(carrier: string): void
    /** Absent where nothing can be scanned. */
    scan: (() => void) | undefined
  }
  /** Confirmed with the keyboard. */
  onDone(): void
}

/** Tracking number and carrier of a parcel, with the error below each field. */
export function ParcelForm({ parcel, onDone }: Props) {
  const { draft, errors, scan } = parcel
  const [isChoosing, setChoosing] = useState(false)
  return (
    <>
      <Text className="parcel-form__label">单号</Text>
      <View className="parcel-form__number">
        <Input
          className="parcel-form__input"
          value={draft.trackingNumber}
          maxlength={TRACKING_MAX + 8} // blanks between groups are dropped before it is sent
          placeholder="抄下面单上的单号"
          placeholderClass="placeholder"
          aria-label="快递单号"
          onInput={(event) => parcel.setNumber(event.detail.value)}
          onConfirm={onDone}
        />
        {scan && (
          <Button kind="soft" size="small" label="扫面单上的条码" onTap={scan}>
            扫一扫
          </Button>
        )}
      </View>
      <FieldError text={errors.trackingNumber} />
      <Text className="parcel-form__label">快递</Text>
      <View
        className="parcel-form__carrier"
        {...tappable(`快递公司，${draft.carrier || '还没选'}`)}
        onClick={() => setChoosing(true)}
      >
        <Text className={draft.carrier === '' ? 'parcel-form__none' : ''}>
          {draft.carrier || '选一家快递'}
        </Text>
        <Icon name="next" />
      </View>
      <Guess parcel={parcel} />
      <FieldError text={errors.carrier} />
      <FieldError text={errors.whole} />
      <CarrierSheet
        isOpen={isChoosing}
        chosen={draft.carrier}
        used={parcel.used}
        onClose={() => setChoosing(false)}
        onChoose={(carrier) => {
          parcel.setCarrier(carrier)
          setChoosing(false)
        }}
      />
    </>
  )
}

/** What the number tells about its carrier, with a tap to follow it. */
function Guess({ parcel: { draft, candidates, recognized, setCarrier } }: Pick<Props, 'parcel'>) {
  if (recognized !== '' && recognized === draft.carrier) {
    return <Text className="parcel-form__guess">按单号认出来的，不对就点一下换</Text>
  }
  const offered = recognized === '' ? candidates : [recognized]
  if (offered.length === 0) return null
  return (
    <>
      <Text className="parcel-form__guess">{`单号像是${offered.length > 1 ? '其中一家' : ''}：`}</Text>
      <View className="parcel-form__choices">
        {offered.map((name) => (
          <Choice
            key={name}
            isOnCard
            isSelected={name === draft.carrier}
            onTap={() => setCarrier(name)}
          >
            {name}
          </Choice>
        ))}
      </View>
    </>
  )
}

const FieldError = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : (
    <View className="parcel-form__error" role="alert">
      {text}
    </View>
  )
