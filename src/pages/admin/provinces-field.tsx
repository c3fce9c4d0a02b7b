import { PROVINCES } from '@core/kernel/provinces'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Sheet } from '@/components/sheet'
import { provinceCopy } from '@/copy/freight'
import './scope-field.scss'

type Props = {
  provinces: readonly string[]
  /** Shown when no province is selected. */
  none: string
  /** Provinces that other zones have. */
  taken?: readonly string[]
  onChange(provinces: string[]): void
}

/** Selects provinces in a sheet. */
export function ProvincesField({ provinces, none, taken = [], onChange }: Props) {
  const [isOpen, setOpen] = useState(false)
  const toggle = (name: string) =>
    provinces.includes(name)
      ? provinces.filter((one) => one !== name)
      : PROVINCES.filter((one) => one === name || provinces.includes(one))
  return (
    <View className="scope-field">
      {provinces.length === 0 && <View className="scope-field__name">{none}</View>}
      {provinces.map((name) => (
        <Choice
          key={name}
          isOnCard
          isSelected
          isRemovable
          label={`去掉 ${name}`}
          onTap={() => onChange(toggle(name))}
        >
          {provinceCopy(name)}
        </Choice>
      ))}
      <Button kind="quiet" size="small" onTap={() => setOpen(true)}>
        选省份
      </Button>
      <Sheet
        isOpen={isOpen}
        title="选省份"
        onClose={() => setOpen(false)}
        foot={
          <Button wide onTap={() => setOpen(false)}>
            选好了
          </Button>
        }
      >
        <View className="scope-field">
          {PROVINCES.filter((name) => !taken.includes(name)).map((name) => (
            <Choice
              key={name}
              isOnCard
              isSelected={provinces.includes(name)}
              onTap={() => onChange(toggle(name))}
            >
              {provinceCopy(name)}
            </Choice>
          ))}
        </View>
      </Sheet>
    </View>
  )
}
