import type { ListedPromotion, PromotionState } from '@core/contract/promotions'
import { PROMOTION_KINDS, type PromotionKind } from '@core/domain/promotions/promotion'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { Sheet } from '@/components/sheet'
import { RowsSkeleton } from '@/components/skeleton'
import { PROMOTION_NAMES } from '@/copy/promotions'
import { type Pages, usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown-again'
import { ChipRow } from '@/pages/admin/chip-row'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { go } from '@/services/route'
import { KindSheet } from './kind-sheet'
import { PromotionCard } from './promotion-card'
import './index.scss'

const STATES = [
  ['RUNNING', '进行中'],
  ['COMING', '将开始'],
  ['ENDED', '已结束'],
] as const satisfies readonly (readonly [PromotionState, string])[]

const KINDS: readonly (readonly [PromotionKind | null, string])[] = [
  [null, '全部'],
  ...PROMOTION_KINDS.map((kind) => [kind, PROMOTION_NAMES[kind]] as const),
]

/** 活动: running, coming and ended promotions. */
export default function PromotionsPage() {
  const [state, setState] = useState<PromotionState>('RUNNING')
  const [kind, setKind] = useState<PromotionKind | null>(null)
  const [isNew, setNew] = useState(false)
  const pages = usePages(
    (cursor) =>
      callAdmin('promotions.list', { state, ...(kind && { kind }), ...(cursor && { cursor }) }),
    `${state} ${kind ?? ''}`,
  )
  useReachBottom(() => loadMore(pages))
  // A promotion may have been changed in its editor.
  useShownAgain(() => void pages.reload())
  if (isForbidden(pages.error)) return <StaffOnly />
  const foot = (
    <Button wide onTap={() => setNew(true)}>
      新建活动
    </Button>
  )
  return (
    <PageShell title="活动" foot={foot}>
      <ChipRow options={STATES} selected={state} onSelect={setState} />
      <ChipRow options={KINDS} selected={kind} overflow="scroll" onSelect={setKind} />
      <Rows pages={pages} state={state} />
      <Sheet isOpen={isNew} title="新建什么活动" onClose={() => setNew(false)}>
        <KindSheet
          onChoose={(chosen) => {
            setNew(false)
            go.staffPromotion({ kind: chosen })
          }}
        />
      </Sheet>
    </PageShell>
  )
}

const NOTHING = {
  RUNNING: '现在没有进行中的活动',
  COMING: '没有排好将开始的活动',
  ENDED: '还没有结束过的活动',
} as const satisfies Record<PromotionState, string>

function Rows({ pages, state }: { pages: Pages<ListedPromotion>; state: PromotionState }) {
  const { items, status, error } = pages
  if (items.length === 0 && error) {
    return <Failure error={error} onRetry={() => void pages.reload()} />
  }
  if (items.length === 0 && status === 'loading') return <RowsSkeleton count={4} />
  if (items.length === 0) {
    return <Empty picture="seedling" title={NOTHING[state]} note="点下面新建一个" />
  }
  return (
    <>
      <LongList items={items} keyOf={({ promotion }) => promotion.id}>
        {(row) => (
          <PromotionCard
            row={row}
            onOpen={() => go.staffPromotion({ id: row.promotion.id })}
            onRepeat={() => go.staffPromotion({ copy: row.promotion.id })}
          />
        )}
      </LongList>
      <ListFoot pages={pages} unit="个" />
    </>
  )
}
