import type { Address } from '@core/domain/addresses/address'
import { Picker, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { tappable } from '@/components/tappable'
import { IN_WECHAT } from '@/services/build'
import { RegionSheet } from './region-sheet'

type Props = {
  form: Partial<Address>
  error: string | undefined
  onChange(fields: Partial<Address>): void
}

/** Province, city and district, chosen from lists: WeChat's own, or a sheet in a browser. */
export function RegionField({ form, error, onChange }: Props) {
  const { province = '', city = '', district = '' } = form
  const [isOpen, setOpen] = useState(false)
  const shown = <Shown text={[province, city, district].filter(Boolean).join(' ')} error={error} />
  if (!IN_WECHAT) {
    return (
      <>
        <View {...tappable('所在地区')} onClick={() => setOpen(true)}>
          {shown}
        </View>
        <RegionSheet isOpen={isOpen} onChoose={onChange} onClose={() => setOpen(false)} />
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
      {shown}
    </Picker>
  )
}

const Shown = ({ text, error }: { text: string; error: string | undefined }) => (
  <View className="field field--picked">
    <Text className="field__name">所在地区</Text>
    <Text className={text ? 'field__input' : 'field__input placeholder'}>
      {text || '选择省、市、区'}
    </Text>
    <Icon name="next" />
    {error !== undefined && <Text className="field__error">{error}</Text>}
  </View>
)
