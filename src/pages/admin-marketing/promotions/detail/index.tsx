import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Confirm } from '@/components/confirm'
import { Failure } from '@/components/empty'
import { Field } from '@/components/field'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { formatCount } from '@/copy/numbers'
import { PROMOTION_NAMES, promotionCopy } from '@/copy/promotions'
import { MomentField } from '@/pages/admin/moment-field'
import { isBarred, StaffOnly } from '@/pages/admin/staff-only'
import { TierField } from '@/pages/admin/tier-field'
import { today } from '@/services/clock'
import type { PartProps, PromotionForm } from './form'
import { promotionOf } from './input'
import { KindPart } from './kind-part'
import { type Opened, usePromotion } from './use-promotion'
import { VerdictCard } from './check-result-card'
import './index.scss'

/** Characters of an activity's name: it stands in one line of a bill. */
const TITLE_MAX = 20

/** 编辑活动: what it gives, on what, when and to whom; checked before it is saved. */
export default function PromotionEditor() {
  const { id = '', kind = '' } = useRouter().params
  const editor = usePromotion({ id, kind })
  const { opened, loaded } = editor
  if (isBarred(loaded.error)) return <StaffOnly />
  const name = opened ? PROMOTION_NAMES[opened.form.kind] : '活动'
  return (
    <PageShell title={name} foot={opened ? <Foot editor={editor} /> : undefined}>
      {opened && <Body {...opened} onChange={editor.change} />}
      {!opened && loaded.error && (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
      {!opened && !loaded.error && <RowsSkeleton count={4} />}
    </PageShell>
  )
}

type Editor = ReturnType<typeof usePromotion>

function Foot({ editor }: { editor: Editor }) {
  const [isEnding, setEnding] = useState(false)
  const state = editor.opened?.state
  if (state === 'ENDED') {
    return (
      <Button kind="soft" wide onTap={editor.again}>
        照着再办一次
      </Button>
    )
  }
  return (
    <View className="promotion-foot">
      {editor.verdict && <VerdictCard verdict={editor.verdict} />}
      <View className="promotion-foot__buttons">
        {state !== 'NEW' && (
          <Button kind="soft" wide onTap={() => setEnding(true)}>
            现在结束
          </Button>
        )}
        <Button kind="soft" wide busy={editor.isBusy} onTap={() => void editor.send('check')}>
          检查冲突
        </Button>
        <Button wide busy={editor.isBusy} onTap={() => void editor.send('save')}>
          保存
        </Button>
      </View>
      <Confirm
        isOpen={isEnding}
        title="现在结束这个活动"
        note="顾客马上看不到它；已经下的单不变。结束后不能再开，可以照着再办一次。"
        action="结束"
        onConfirm={editor.end}
        onClose={() => setEnding(false)}
      />
    </View>
  )
}

function Body({ form, state, stock, onChange }: PartProps & Omit<Opened, 'form'>) {
  const hasBegun = state === 'RUNNING' || state === 'ENDED'
  return (
    <>
      <Preview form={form} />
      <Card>
        <Field
          name="活动名"
          value={form.title}
          max={TITLE_MAX}
          placeholder="顾客看得到，如 春茶节"
          onChange={(title) => onChange({ title })}
        />
        {!hasBegun && (
          <MomentField
            name="开始"
            value={form.startsAt}
            placeholder="选择时间"
            onChange={(startsAt) => onChange({ startsAt })}
          />
        )}
        <MomentField
          name="结束"
          value={form.endsAt}
          placeholder="选择时间"
          onChange={(endsAt) => onChange({ endsAt })}
        />
      </Card>
      {hasBegun ? (
        <View className="promotion-note">
          {stock && `活动库存剩 ${formatCount(stock.left)}，已售 ${formatCount(stock.sold)}。`}
          {state === 'RUNNING'
            ? '已经开始：只能改名字和结束时间，别的要结束后再办一次'
            : '已经结束：可以照着再办一次'}
        </View>
      ) : (
        <>
          <KindPart form={form} onChange={onChange} />
          <Card title="给谁">
            <TierField minTier={form.minTier} onChange={(minTier) => onChange({ minTier })} />
          </Card>
        </>
      )}
    </>
  )
}

/** What customers will read of it, as far as it is filled in. */
function Preview({ form }: { form: PromotionForm }) {
  const said = promotionOf({ ...form, title: form.title.trim() || PROMOTION_NAMES[form.kind] })
  const words = said.ok
    ? promotionCopy(said.value, today(), form.gift?.title)
    : '填好下面的内容，这里是顾客看到的话'
  return (
    <View className="promotion-preview">
      <View className="promotion-preview__name">顾客看到</View>
      <View className="promotion-preview__words">{words}</View>
    </View>
  )
}
