import { ScrollView, View } from '@tarojs/components'
import { Choice } from '@/components/choice'
import './chip-row.scss'

type Props<T> = {
  /** Values with their labels. */
  options: readonly (readonly [T, string])[]
  selected: T
  /** What happens to chips that do not fit in a line. Default: there are few enough. */
  overflow?: 'wrap' | 'scroll'
  onSelect(value: T): void
}

/** A row of chips that select what a list shows. */
export function ChipRow<T>({ options, selected, overflow, onSelect }: Props<T>) {
  const chips = options.map(([value, label]) => (
    <Choice key={label} isSelected={value === selected} onTap={() => onSelect(value)}>
      {label}
    </Choice>
  ))
  if (overflow !== 'scroll') {
    return <View className={overflow ? 'chip-row chip-row--wrap' : 'chip-row'}>{chips}</View>
  }
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="chip-scroll">
      <View className="chip-scroll__row">{chips}</View>
    </ScrollView>
  )
}
