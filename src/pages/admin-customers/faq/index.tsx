import type { FaqEntry } from '@core/domain/service/faq'
import { FAQ_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { useLoad } from '@/hooks/use-load'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { mintId } from '@/services/ids'
import { EntrySheet } from './entry-sheet'
import './index.scss'

/** Distance of two positions, so that an entry fits between them later. */
const SORT_STEP = 10

/** 常见问题: entries of the help page, which also answer customers automatically. */
export default function FaqPage() {
  const faq = useLoad(() => callAdmin('faq.list', {}), '')
  const [edited, setEdited] = useState<FaqEntry | null>(null)
  if (isForbidden(faq.error)) return <StaffOnly />
  const entries = faq.value ?? []
  const add = () => setEdited(blank((entries.at(-1)?.sort ?? 0) + SORT_STEP))
  return (
    <PageShell
      title="常见问题"
      foot={
        entries.length > 0 &&
        entries.length < FAQ_MAX && (
          <Button wide onTap={add}>
            加一条
          </Button>
        )
      }
    >
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} onTap={() => setEdited(entry)} />
      ))}
      {faq.value && entries.length === 0 && (
        <Empty
          picture="teapot"
          title="还没有常见问题"
          note="写上发货、退换、运费，顾客一问就自动回答"
          action="写第一条"
          onAction={add}
        />
      )}
      {!faq.value && faq.status === 'loading' && <RowsSkeleton count={5} />}
      {!faq.value && faq.error && <Failure error={faq.error} onRetry={() => void faq.reload()} />}
      {edited && (
        <EntrySheet
          key={edited.id}
          entry={edited}
          isNew={!entries.some(({ id }) => id === edited.id)}
          onDone={() => {
            setEdited(null)
            void faq.reload()
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </PageShell>
  )
}

const blank = (sort: number): FaqEntry => ({
  id: mintId(),
  question: '',
  alike: [],
  answer: '',
  isShown: true,
  sort,
  hits: 0,
})

function Entry({ entry, onTap }: { entry: FaqEntry; onTap(): void }) {
  const { question, answer, isShown, hits, alike } = entry
  return (
    <View className="faq-entry" {...tappable(`编辑 ${question}`)} onClick={onTap}>
      <View className="faq-entry__head">
        <Text className="faq-entry__question">{question}</Text>
        {!isShown && <Tag>不显示</Tag>}
        <Text className="faq-entry__hits">{`答了 ${hits} 次`}</Text>
      </View>
      <Text className="faq-entry__answer">{answer}</Text>
      {alike.length > 0 && (
        <Text className="faq-entry__alike">{`也这样问：${alike.join('、')}`}</Text>
      )}
    </View>
  )
}
