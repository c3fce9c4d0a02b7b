import { View } from '@tarojs/components'
import { Icon } from './icon'
import { tappable } from './tappable'
import './checkbox.scss'

type Props = { isChecked: boolean; label: string; onTap(): void }

/** A round checkbox. */
export function Checkbox({ isChecked, label, onTap }: Props) {
  return (
    <View
      className={isChecked ? 'tick tick--on' : 'tick'}
      {...tappable(label, 'checkbox')}
      aria-checked={isChecked}
      onClick={onTap}
    >
      <View className="tick__box">
        <Icon name="check" />
      </View>
    </View>
  )
}
