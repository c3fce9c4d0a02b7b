import { findCarrier, searchCarriers } from '@core/domain/orders/carriers'
import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { CARRIER_MAX } from '@/copy/parcels'
import { Icon } from './icon'
import { Sheet } from './sheet'
import { tappable } from './tappable'
import './carrier-sheet.scss'

type Props = {
  isOpen: boolean
  chosen: string
  /** Carriers used before, which come first. */
  used: readonly string[]
  onChoose(carrier: string): void
  onClose(): void
}

/** Chooses a carrier: those used before, the common ones, and all others by a word. */
export function CarrierSheet({ isOpen, onClose, ...list }: Props) {
  return (
    <Sheet isOpen={isOpen} title="选快递" onClose={onClose}>
      {isOpen && <CarrierList {...list} />}
    </Sheet>
  )
}

function CarrierList({ chosen, used, onChoose }: Omit<Props, 'isOpen' | 'onClose'>) {
  const [word, setWord] = useState('')
  const typed = word.trim()
  const found = searchCarriers(typed).map(({ name }) => name)
  const names = typed === '' ? [...new Set([...used, ...found])] : found
  return (
    <>
      <View className="carriers__search">
        <Icon name="search" />
        <Input
          className="carriers__input"
          value={word}
          maxlength={CARRIER_MAX}
          placeholder="名字或代码，比如 中通、ZTO"
          placeholderClass="placeholder"
          aria-label="搜快递公司"
          onInput={(event) => setWord(event.detail.value)}
        />
      </View>
      {names.map((name) => (
        <CarrierRow
          key={name}
          name={name}
          note={typed === '' && used.includes(name) ? '用过' : ''}
          isChosen={name === chosen}
          onTap={() => onChoose(name)}
        />
      ))}
      {typed !== '' && findCarrier(typed) === null && (
        <CarrierRow
          name={`就写「${typed}」`}
          note="微信不认识这家，货款要到微信后台录入后才结算"
          isChosen={false}
          onTap={() => onChoose(typed)}
        />
      )}
    </>
  )
}

type RowProps = { name: string; note: string; isChosen: boolean; onTap(): void }

const CarrierRow = ({ name, note, isChosen, onTap }: RowProps) => (
  <View className="carriers__row" {...tappable(name)} aria-pressed={isChosen} onClick={onTap}>
    <View className="carriers__words">
      <Text>{name}</Text>
      {note !== '' && <Text className="carriers__note">{note}</Text>}
    </View>
    {isChosen && <Icon name="check" />}
  </View>
)
