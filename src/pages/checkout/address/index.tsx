import { NAME_MAX, STREET_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { PageShell } from '@/components/page-shell'
import { go } from '@/services/route'
import { CAN_CHOOSE_ADDRESS, chooseWechatAddress } from '@/services/wechat-address'
import { shop, useShop } from '@/stores/shop'
import { type AddressErrors, addressErrors, toAddress } from './address-errors'
import { RegionField } from './region-field'
import './index.scss'

/** The address form, also filled from WeChat's address book. The input is persisted. */
export default function AddressPage() {
  const form = useShop((state) => state.addressForm)
  const [errors, setErrors] = useState<AddressErrors>({})
  const { setAddressForm } = shop.getState()

  const save = () => {
    const found = addressErrors(form)
    setErrors(found)
    if (Object.keys(found).length > 0) return
    shop.getState().setTypedAddress(toAddress(form))
    go.back()
  }
  const choose = async () => {
    const chosen = await chooseWechatAddress()
    if (chosen) setAddressForm(chosen)
  }

  return (
    <PageShell
      title="收货地址"
      foot={
        <Button wide onTap={save}>
          用这个地址
        </Button>
      }
    >
      {CAN_CHOOSE_ADDRESS && (
        <Button kind="soft" onTap={() => void choose()}>
          从微信地址簿取
        </Button>
      )}
      <View className="card">
        <Field
          name="收货人"
          value={form.name ?? ''}
          max={NAME_MAX}
          placeholder="名字"
          error={errors.name}
          onChange={(name) => setAddressForm({ name })}
        />
        <Field
          name="手机号"
          value={form.phone ?? ''}
          max={11}
          isNumber
          placeholder="11 位手机号"
          error={errors.phone}
          onChange={(phone) => setAddressForm({ phone: phone.replace(/\D/g, '') })}
        />
        <RegionField form={form} error={errors.province} onChange={setAddressForm} />
        <Field
          name="详细地址"
          value={form.street ?? ''}
          max={STREET_MAX}
          placeholder="街道、门牌号"
          error={errors.street}
          onChange={(street) => setAddressForm({ street })}
        />
      </View>
      <View className="address__note">地址和手机号加密保存，只用来送这一单和下一单</View>
    </PageShell>
  )
}
