import { View } from '@tarojs/components'
import { Icon } from './icon'
import { tappable } from './tappable'
import './checkbox.scss'

type Props = { isOn: boolean; label: string; onTap(): void }

/** A round box to tick. */
export function Tick({ isOn, label, onTap }: Props) {
  return (
    <View
      className={isOn ? 'tick tick--on' : 'tick'}
      {...tappable(label, 'checkbox')}
      aria-checked={isOn}
      onClick={onTap}
    >
      <View className="tick__box">
        <Icon name="check" />
      </View>
    </View>
  )
}
