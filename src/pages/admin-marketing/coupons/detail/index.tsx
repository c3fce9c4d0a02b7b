import type { CouponRow } from '@core/contract/coupons'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Confirm } from '@/components/confirm'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { couponCopy, validityCopy } from '@/copy/coupons'
import { formatCount } from '@/copy/numbers'
import { ScopeField } from '@/pages/admin/scope-field'
import { isBarred, StaffOnly } from '@/pages/admin/staff-only'
import { TierField } from '@/pages/admin/tier-field'
import { today } from '@/services/clock'
import { type CouponForm, couponOf } from './form'
import { PromisePart } from './discount-section'
import { useCoupon } from './use-coupon'
import { WaysPart } from './claim-section'
import '@/pages/admin-marketing/promotions/detail/index.scss'
import './index.scss'

/** 编辑优惠券: what it promises, when it can be used, who can claim it and how. */
export default function CouponEditor() {
  const { id = '' } = useRouter().params
  const editor = useCoupon(id)
  const { form, row, loaded } = editor
  if (isBarred(loaded.error)) return <StaffOnly />
  return (
    <PageShell
      title={id === '' ? '发一种新券' : '优惠券'}
      foot={form ? <Foot editor={editor} /> : undefined}
    >
      {form && <Body form={form} row={row} onChange={editor.change} />}
      {!form && loaded.error && (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
      {!form && !loaded.error && <RowsSkeleton count={4} />}
    </PageShell>
  )
}

type BodyProps = {
  form: CouponForm
  row: CouponRow | null
  onChange(part: Partial<CouponForm>): void
}

const Body = ({ form, row, onChange }: BodyProps) => (
  <>
    <Preview form={form} />
    {row && (
      <View className="promotion-note">
        {`已领 ${formatCount(row.coupon.issued)} 张，已用 ${formatCount(row.used)} 张。` +
          '改动只对以后领的人生效，领走的照原来的算。'}
      </View>
    )}
    <PromisePart form={form} onChange={onChange} />
    <Card title="哪些商品能用">
      <ScopeField scope={form.scope} onChange={(scope) => onChange({ scope })} />
    </Card>
    <WaysPart form={form} onChange={onChange} />
    <Card title="谁能领">
      <TierField minTier={form.minTier} onChange={(minTier) => onChange({ minTier })} />
    </Card>
  </>
)

/** What customers will read of it, as far as it is filled in. */
function Preview({ form }: { form: CouponForm }) {
  const said = couponOf({ ...form, title: form.title.trim() || '优惠券' })
  return (
    <View className="promotion-preview">
      <View className="promotion-preview__name">顾客看到</View>
      <View className="promotion-preview__words">
        {said.ok ? couponCopy(said.value.terms) : '填好下面的内容，这里是顾客看到的话'}
      </View>
      {said.ok && (
        <View className="promotion-preview__name">
          {validityCopy(said.value.validity, today())}
        </View>
      )}
    </View>
  )
}

function Foot({ editor }: { editor: ReturnType<typeof useCoupon> }) {
  const { row, fault } = editor
  const [isStopping, setStopping] = useState(false)
  const canStop = row !== null && !row.coupon.isStopped
  return (
    <View className="coupon-foot">
      {fault !== null && (
        <View className="coupon-foot__fault" role="alert">
          {fault}
        </View>
      )}
      <View className="coupon-foot__buttons">
        {canStop && (
          <Button kind="soft" wide onTap={() => setStopping(true)}>
            停发
          </Button>
        )}
        <Button wide busy={editor.isBusy} onTap={() => void editor.save()}>
          保存
        </Button>
      </View>
      <Confirm
        isOpen={isStopping}
        title="不再发这种券"
        note="从现在起谁也领不到；已经领走的照样能用。停发后不能再开。"
        action="停发"
        onConfirm={editor.stop}
        onClose={() => setStopping(false)}
      />
    </View>
  )
}
