import type { OwnQuestion, QuestionView } from '@core/contract/questions'
import { View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Empty, Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { QuestionCard } from '@/components/question-card'
import { RowsSkeleton } from '@/components/skeleton'
import { type Pages, usePages } from '@/hooks/use-pages'
import { callShop } from '@/services/call'
import { today } from '@/services/clock'
import { loadMessageTemplates } from '@/services/subscribe'
import { AskSheet } from './ask-sheet'
import { OwnNote } from './own-note'
import './index.scss'

/** Questions about a product, and the user's own questions about any product. */
export default function Questions() {
  const { id = '', mine } = useRouter().params
  const [isMine, setMine] = useState(id === '' || mine === '1')
  const [isAsking, setAsking] = useState(false)
  const pages = usePages<QuestionView | OwnQuestion>(
    (cursor) =>
      isMine
        ? callShop('questions.mine', { cursor })
        : callShop('questions.list', { productId: id, cursor }),
    isMine ? 'mine' : id,
  )
  useReachBottom(() => void pages.more())
  useEffect(() => void loadMessageTemplates(), [])
  const ask = () => setAsking(true)
  const foot = id !== '' && (
    <Button wide onTap={ask}>
      我要提问
    </Button>
  )

  return (
    <PageShell title={id === '' ? '我的提问' : '问答'} foot={foot || undefined}>
      {id !== '' && (
        <View className="question-lists">
          <Choice isSelected={!isMine} onTap={() => setMine(false)}>
            大家问
          </Choice>
          <Choice isSelected={isMine} onTap={() => setMine(true)}>
            我的提问
          </Choice>
        </View>
      )}
      <QuestionList pages={pages} isMine={isMine} />
      <AskSheet
        isOpen={isAsking}
        productId={id}
        onClose={() => setAsking(false)}
        onAsked={() => {
          setAsking(false)
          if (isMine) void pages.reload()
          else setMine(true)
        }}
      />
    </PageShell>
  )
}

type ListProps = { pages: Pages<QuestionView | OwnQuestion>; isMine: boolean }

function QuestionList({ pages, isMine }: ListProps) {
  const { status, items, error } = pages
  if (items.length > 0) {
    return (
      <>
        <View className="card">
          <LongList items={items} layout="rows" keyOf={({ id }) => id}>
            {(question) => (
              <QuestionCard question={question} today={today()}>
                {'state' in question && <OwnNote question={question} />}
              </QuestionCard>
            )}
          </LongList>
        </View>
        <ListEnd status={status} ended={pages.ended} onRetry={() => void pages.more()} />
      </>
    )
  }
  if (status === 'loading') return <RowsSkeleton count={4} />
  if (status === 'failed') {
    return <Failure error={error ?? { code: 'NETWORK' }} onRetry={() => void pages.reload()} />
  }
  return isMine ? (
    <Empty picture="teapot" title="你还没有提过问" note="在商品页问一句，店家答了会告诉你" />
  ) : (
    <Empty picture="teapot" title="还没有人问过" note="想知道什么，问一句就好" />
  )
}
