import type { AddressEntry } from '@core/contract/addresses'
import { NAME_MAX, PHONE_TYPED_MAX, STREET_MAX } from '@core/kernel/limits'
import { tidyPhone } from '@core/kernel/phone'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/checkbox'
import { Field } from '@/components/field'
import { PageShell } from '@/components/page-shell'
import { decodeQuery } from '@/services/route'
import { CAN_CHOOSE_ADDRESS, chooseWechatAddress } from '@/services/wechat-address'
import type { AddressForm, addressErrors } from './address-errors'
import { PasteCard } from './paste-card'
import { RegionField } from './region-field'
import { useAddressForm } from './use-address-form'

type Props = { known: AddressEntry | null }

/**
 * The fields of an address, filled by hand, from a pasted text or from WeChat's address book.
 * Opened for a placed order (`orderId`), it sends that order there and leaves the book as it is.
 */
export function AddressFormPage({ known }: Props) {
  const { use, orderId } = useRouter().params
  const movedOrderId = orderId && decodeQuery(orderId)
  const isForOrder = use === '1'
  const { form, change, errors, note, isBusy, save } = useAddressForm(known)
  const [isDefault, setDefault] = useState(known?.isDefault ?? false)

  const choose = async () => {
    const chosen = await chooseWechatAddress()
    if (chosen) change(chosen)
  }
  return (
    <PageShell
      title={known ? '修改地址' : '收货地址'}
      foot={
        <Button wide busy={isBusy} onTap={() => void save({ isDefault, isForOrder, movedOrderId })}>
          {isForOrder || movedOrderId ? '用这个地址' : '保存'}
        </Button>
      }
    >
      {note !== null && (
        <View className="address__trouble" role="alert">
          {note}
        </View>
      )}
      {CAN_CHOOSE_ADDRESS && (
        <Button kind="soft" onTap={() => void choose()}>
          从微信地址簿取
        </Button>
      )}
      <PasteCard onFound={change} />
      <Fields form={form} known={known} errors={errors} onChange={change} />
      {!known?.isDefault && !movedOrderId && (
        <View className="card address__default">
          设为默认地址
          <Checkbox
            isChecked={isDefault}
            label="设为默认地址"
            onTap={() => setDefault(!isDefault)}
          />
        </View>
      )}
      <View className="address__note">
        {`收货人最多 ${NAME_MAX} 字，详细地址最多 ${STREET_MAX} 字；地址和手机号加密保存，只用来送货`}
      </View>
    </PageShell>
  )
}

type FieldsProps = Props & {
  form: AddressForm
  errors: ReturnType<typeof addressErrors>
  onChange(fields: AddressForm): void
}

function Fields({ form, known, errors, onChange }: FieldsProps) {
  return (
    <View className="card">
      <Field
        name="收货人"
        value={form.name ?? ''}
        max={NAME_MAX}
        placeholder={`名字，最多 ${NAME_MAX} 字`}
        error={errors.name}
        onChange={(name) => onChange({ name })}
      />
      <Field
        name="手机号"
        value={form.phone ?? ''}
        max={PHONE_TYPED_MAX}
        isPhone
        placeholder={known ? `${known.phone}，不改就留空` : '11 位手机号，可带 +86'}
        error={errors.phone}
        onChange={(phone) => onChange({ phone: tidyPhone(phone) })}
      />
      <RegionField form={form} error={errors.province} onChange={onChange} />
      <Field
        name="详细地址"
        value={form.street ?? ''}
        max={STREET_MAX}
        placeholder={`街道、门牌号，最多 ${STREET_MAX} 字`}
        error={errors.street}
        onChange={(street) => onChange({ street })}
      />
    </View>
  )
}
