import type { RegionNames } from '@core/domain/addresses/region'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Sheet } from '@/components/sheet'
import { tappable } from '@/components/tappable'
import { allRegions } from './regions'

type Props = { isOpen: boolean; onChoose(region: RegionNames): void; onClose(): void }

/** Province, city and district from lists, one after the other; for browsers. */
export function RegionSheet({ isOpen, onChoose, onClose }: Props) {
  const [province, setProvince] = useState<string | null>(null)
  const [city, setCity] = useState<string | null>(null)
  const restart = () => {
    setProvince(null)
    setCity(null)
  }
  const close = () => {
    restart()
    onClose()
  }
  const choose = (region: RegionNames) => {
    onChoose(region)
    close()
  }
  const cities = allRegions().find(({ name }) => name === province)?.cities ?? []
  const districts = cities.find(({ name }) => name === city)?.districts ?? []

  const chooseCity = (name: string) => {
    const isLast = cities.find((one) => one.name === name)?.districts.length === 0
    if (isLast) choose({ province: province ?? '', city: name, district: '' })
    else setCity(name)
  }
  const chooseProvince = (name: string) => {
    setProvince(name)
    const [only, ...others] = allRegions().find((one) => one.name === name)?.cities ?? []
    if (only && others.length === 0) setCity(only.name)
  }
  const steps = [province, city].filter((name) => name !== null)

  return (
    <Sheet isOpen={isOpen} title="选择所在地区" onClose={close}>
      {steps.length > 0 && (
        <View className="region__path">
          <Text className="region__chosen">{steps.join(' ')}</Text>
          <View className="region__again" {...tappable()} onClick={restart}>
            重选
          </View>
        </View>
      )}
      {province === null ? (
        <Names names={allRegions().map(({ name }) => name)} onChoose={chooseProvince} />
      ) : city === null ? (
        <Names names={cities.map(({ name }) => name)} onChoose={chooseCity} />
      ) : (
        <Names names={districts} onChoose={(district) => choose({ province, city, district })} />
      )}
    </Sheet>
  )
}

type NamesProps = { names: readonly string[]; onChoose(name: string): void }

const Names = ({ names, onChoose }: NamesProps) => (
  <View className="region__names">
    {names.map((name) => (
      <View key={name} className="region__name" {...tappable()} onClick={() => onChoose(name)}>
        {name}
      </View>
    ))}
  </View>
)
