import type { WorkbenchView } from '@core/contract/workbench'
import { Text, View } from '@tarojs/components'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { tappable } from '@/components/tappable'
import { useLoad } from '@/hooks/use-load'
import { useShownAgain } from '@/hooks/use-shown-again'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { DueToday } from './due-today'
import { ENTRIES, type Entry } from './entries'
import { TodayFigures } from './today-figures'
import './index.scss'

/** 工作台: how the day goes, what is due today, and links to all staff pages with counts. */
export default function Workbench() {
  const bench = useLoad(() => callAdmin('workbench.show', {}), '')
  useShownAgain(() => void bench.reload())
  if (isForbidden(bench.error)) return <StaffOnly />
  return (
    <PageShell title="工作台">
      {bench.value?.today && <TodayFigures today={bench.value.today} />}
      {bench.value && <DueToday bench={bench.value} />}
      {bench.value && <Groups bench={bench.value} />}
      {!bench.value && bench.error && (
        <Failure error={bench.error} onRetry={() => void bench.reload()} />
      )}
      {!bench.value && !bench.error && <RowsSkeleton count={5} />}
    </PageShell>
  )
}

function Groups({ bench }: { bench: WorkbenchView }) {
  const groups = ENTRIES.map(({ title, entries }) => ({
    title,
    entries: entries.filter(({ operation }) => bench.operations.includes(operation)),
  })).filter(({ entries }) => entries.length > 0)
  return (
    <>
      {groups.map(({ title, entries }) => (
        <View key={title}>
          <View className="workbench__title">{title}</View>
          <View className="workbench__entries">
            {entries.map((entry) => (
              <EntryTile
                key={entry.title}
                entry={entry}
                waiting={bench.waiting[entry.waiting ?? ''] ?? 0}
                isDue={(bench.due[entry.waiting ?? ''] ?? 0) > 0}
              />
            ))}
          </View>
        </View>
      ))}
    </>
  )
}

/** A larger count is shown as this one with a plus sign. */
const COUNT_SHOWN_MAX = 99

type EntryTileProps = { entry: Entry; waiting: number; isDue: boolean }

function EntryTile({ entry, waiting, isDue }: EntryTileProps) {
  const count = waiting > COUNT_SHOWN_MAX ? `${COUNT_SHOWN_MAX}+` : String(waiting)
  const label = waiting > 0 ? `${entry.title}，${count} 件等着` : entry.title
  return (
    <View className="workbench__entry" {...tappable(label, 'link')} onClick={entry.open}>
      <View className="workbench__head">
        <Text className="workbench__name">{entry.title}</Text>
        {waiting > 0 && (
          <Text className={`workbench__count ${isDue ? 'workbench__count--due' : ''}`}>
            {count}
          </Text>
        )}
      </View>
      <Text className="workbench__note">{entry.note}</Text>
    </View>
  )
}
