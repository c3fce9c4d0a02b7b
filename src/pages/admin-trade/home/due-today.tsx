import type { WorkbenchView } from '@core/contract/workbench'
import { Text, View } from '@tarojs/components'
import { tappable } from '@/components/tappable'
import { ENTRIES, type Entry } from './entries'
import './due-today.scss'

type Due = { entry: Entry; words: string }

/** What the entries' counts ask for today, in the order of the entries. */
const dueOf = ({ due, operations }: WorkbenchView): Due[] =>
  ENTRIES.flatMap(({ entries }) => entries)
    .filter(({ operation }) => operations.includes(operation))
    .flatMap((entry) => {
      const count = due[entry.waiting ?? ''] ?? 0
      return entry.due && count > 0 ? [{ entry, words: entry.due(count) }] : []
    })

/** 今天要做的: what is late by the end of the day, and nothing else. */
export function DueToday({ bench }: { bench: WorkbenchView }) {
  const all = dueOf(bench)
  return (
    <View>
      <View className="workbench__title">今天要做的</View>
      <View className="due">
        {all.length === 0 && <Text className="due__none">没有要赶的事</Text>}
        {all.map(({ entry, words }) => (
          <View
            key={entry.title}
            className="due__row"
            {...tappable(words, 'link')}
            onClick={entry.open}
          >
            <Text className="due__words">{words}</Text>
            <Text className="due__go">去{entry.title}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
