import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Sheet } from '@/components/sheet'
import {
  FILTER_COPY,
  FILTER_KEYS,
  FILTER_TITLES,
  type FilterKey,
  type MemberFilter,
  toggleFilter,
} from './filter'
import './filter-sheet.scss'

type FilterSheetProps = {
  isOpen: boolean
  filter: MemberFilter
  onClose: () => void
  onApply: (filter: MemberFilter) => void
}

/** Selects several filters; the list loads when they are applied. */
export function FilterSheet({ isOpen, filter, onClose, onApply }: FilterSheetProps) {
  const [draft, setDraft] = useState(filter)
  useEffect(() => {
    if (isOpen) setDraft(filter)
  }, [isOpen, filter])
  const foot = (
    <>
      <Button kind="soft" wide onTap={() => setDraft(filter.word ? { word: filter.word } : {})}>
        全部取消
      </Button>
      <Button wide onTap={() => onApply(draft)}>
        看结果
      </Button>
    </>
  )
  return (
    <Sheet isOpen={isOpen} title="筛选会员" onClose={onClose} foot={foot}>
      {FILTER_KEYS.map((key) => (
        <FilterGroup key={key} name={key} draft={draft} onChange={setDraft} />
      ))}
    </Sheet>
  )
}

type FilterGroupProps = {
  name: FilterKey
  draft: MemberFilter
  onChange: (draft: MemberFilter) => void
}

function FilterGroup({ name, draft, onChange }: FilterGroupProps) {
  return (
    <View className="filter-group">
      <Text className="filter-group__title">{FILTER_TITLES[name]}</Text>
      <View className="filter-group__choices">
        {Object.entries(FILTER_COPY[name]).map(([value, words]) => (
          <Choice
            key={value}
            isOnCard
            isSelected={draft[name] === value}
            onTap={() => onChange(toggleFilter(draft, name, value))}
          >
            {words}
          </Choice>
        ))}
      </View>
    </View>
  )
}
