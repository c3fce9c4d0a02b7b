import { View } from '@tarojs/components'
import { Choice } from '@/components/choice'
import { filterChips, type MemberFilter, removeFilter } from './filter'
import './filter-chips.scss'

type FilterChipsProps = {
  filter: MemberFilter
  onChoose: () => void
  onChange: (filter: MemberFilter) => void
}

/** The active filters; a tap removes one. */
export function FilterChips({ filter, onChoose, onChange }: FilterChipsProps) {
  return (
    <View className="filter-chips">
      <Choice isSelected={false} onTap={onChoose}>
        筛选
      </Choice>
      {filterChips(filter).map(({ key, label }) => (
        <Choice
          key={key}
          isSelected
          isRemovable
          label={`取消 ${label}`}
          onTap={() => onChange(removeFilter(filter, key))}
        >
          {label}
        </Choice>
      ))}
    </View>
  )
}
