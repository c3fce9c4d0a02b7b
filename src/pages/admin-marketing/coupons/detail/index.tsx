import type { CouponRow } from '@core/contract/coupons'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Confirm } from '@/components/confirm'
import { couponCopy, validityCopy } from '@/copy/coupons'
import { formatCount } from '@/copy/numbers'
import { EditorPage } from '@/pages/admin/form/editor-page'
import { useOpened } from '@/pages/admin/form/opened'
import { ScopeField } from '@/pages/admin/scope-field'
import { TierField } from '@/pages/admin/tier-field'
import { today } from '@/services/clock'
import { ClaimSection } from './claim-section'
import { DiscountSection } from './discount-section'
import type { CouponForm } from './fields'
import { couponOf } from './form'
import { type CouponEditorState, useCoupon } from './use-coupon'
import '@/pages/admin-marketing/promotions/detail/index.scss'
import './index.scss'

/** 编辑优惠券: what it takes off, when it can be used, who can claim it and how. */
export default function CouponEditor() {
  const opened = useOpened()
  const editor = useCoupon(opened)
  return (
    <EditorPage
      editor={editor}
      title={opened.id === '' ? '发一种新券' : '优惠券'}
      skeletonRows={4}
      foot={({ row }) => <Foot editor={editor} row={row} />}
    >
      {({ form, row }) => <Body form={form} row={row} onChange={editor.change} />}
    </EditorPage>
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
    <DiscountSection form={form} onChange={onChange} />
    <Card title="哪些商品能用">
      <ScopeField scope={form.scope} onChange={(scope) => onChange({ scope })} />
    </Card>
    <ClaimSection form={form} onChange={onChange} />
    <Card title="谁能领">
      <TierField minTier={form.minTier} onChange={(minTier) => onChange({ minTier })} />
    </Card>
  </>
)

/** What customers will read of it, as far as it is filled in. */
function Preview({ form }: { form: CouponForm }) {
  const coupon = couponOf({ ...form, title: form.title.trim() || '优惠券' })
  return (
    <View className="promotion-preview">
      <View className="promotion-preview__name">顾客看到</View>
      <View className="promotion-preview__words">
        {coupon.ok ? couponCopy(coupon.value.terms) : '填好下面的内容，这里是顾客看到的话'}
      </View>
      {coupon.ok && (
        <View className="promotion-preview__name">
          {validityCopy(coupon.value.validity, today())}
        </View>
      )}
    </View>
  )
}

function Foot({ editor, row }: { editor: CouponEditorState; row: CouponRow | null }) {
  const { issue } = editor
  const [isStopping, setStopping] = useState(false)
  const canStop = row !== null && !row.coupon.isStopped
  return (
    <View className="coupon-foot">
      {issue !== null && (
        <View className="coupon-foot__error" role="alert">
          {issue}
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
