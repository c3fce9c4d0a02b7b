import { View } from '@tarojs/components'
import { Choice } from '@/components/choice'
import './section-tabs.scss'

const NAMES = {
  orders: '订单',
  points: '积分',
  history: '生命周期',
  timeline: '时间线',
} as const

/** A section of a customer's page. */
export type SectionName = keyof typeof NAMES

type SectionTabsProps = { chosen: SectionName; onChoose: (name: SectionName) => void }

/** Selects the section that is shown. */
export const SectionTabs = ({ chosen, onChoose }: SectionTabsProps) => (
  <View className="section-tabs" role="tablist">
    {(Object.keys(NAMES) as SectionName[]).map((name) => (
      <Choice key={name} isSelected={name === chosen} onTap={() => onChoose(name)}>
        {NAMES[name]}
      </Choice>
    ))}
  </View>
)
