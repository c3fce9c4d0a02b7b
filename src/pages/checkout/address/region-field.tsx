import type { Address } from '@core/domain/orders/order'
import { Picker, View } from '@tarojs/components'
import { Field } from '@/components/field'
import { IN_WECHAT } from '@/services/build'

type Props = {
  form: Partial<Address>
  error: string | undefined
  onChange(fields: Partial<Address>): void
}

/** Province, city and district: a picker in WeChat, text inputs in H5. */
export function RegionField({ form, error, onChange }: Props) {
  const { province = '', city = '', district = '' } = form
  if (!IN_WECHAT) {
    return (
      <>
        <Field
          name="省份"
          value={province}
          max={20}
          placeholder="如 浙江省"
          error={error}
          onChange={(value) => onChange({ province: value })}
        />
        <Field
          name="城市"
          value={city}
          max={20}
          placeholder="如 杭州市"
          onChange={(value) => onChange({ city: value })}
        />
        <Field
          name="区县"
          value={district}
          max={20}
          placeholder="如 西湖区，可不填"
          onChange={(value) => onChange({ district: value })}
        />
      </>
    )
  }
  return (
    <Picker
      mode="region"
      value={[province, city, district]}
      onChange={({ detail }) => {
        const [chosenProvince = '', chosenCity = '', chosenDistrict = ''] = detail.value
        onChange({ province: chosenProvince, city: chosenCity, district: chosenDistrict })
      }}
    >
      <View className="field field--picked">
        <View className="field__name">所在地区</View>
        <View className={province ? 'field__input' : 'field__input placeholder'}>
          {province ? `${province} ${city} ${district}` : '选择省、市、区'}
        </View>
        {error !== undefined && <View className="field__error">{error}</View>}
      </View>
    </Picker>
  )
}
