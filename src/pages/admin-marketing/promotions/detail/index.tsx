import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Confirm } from '@/components/confirm'
import { formatCount } from '@/copy/numbers'
import { PROMOTION_NAMES, promotionCopy } from '@/copy/promotions'
import { EditorPage } from '@/pages/admin/form/editor-page'
import { FormFields } from '@/pages/admin/form/form-fields'
import { useOpened } from '@/pages/admin/form/opened'
import { TierField } from '@/pages/admin/tier-field'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { KIND_EDITORS } from '../kinds'
import { CheckResultCard } from './check-result-card'
import { COMMON_FIELDS, type PromotionForm, promotionOf } from './form'
import { type OpenPromotion, type PromotionEditorState, usePromotion } from './use-promotion'
import './index.scss'

/** 编辑活动: what it gives, on what, when and to whom; checked before it is saved. */
export default function PromotionEditor() {
  const { kind = '' } = useRouter().params
  const editor = usePromotion({ ...useOpened(), kind })
  const title = editor.form ? PROMOTION_NAMES[editor.form.form.kind] : '活动'
  return (
    <EditorPage
      editor={editor}
      title={title}
      skeletonRows={4}
      foot={({ form, state }) => <Foot editor={editor} id={form.id} state={state} />}
    >
      {(open) => <Body {...open} editor={editor} />}
    </EditorPage>
  )
}

type FootProps = { editor: PromotionEditorState; id: string; state: OpenPromotion['state'] }

function Foot({ editor, id, state }: FootProps) {
  const [isEnding, setEnding] = useState(false)
  if (state === 'ENDED') {
    return (
      <Button wide onTap={() => go.staffPromotion({ copy: id })}>
        再来一次
      </Button>
    )
  }
  return (
    <View className="promotion-foot">
      {editor.issue && <CheckResultCard result={editor.issue} />}
      <View className="promotion-foot__buttons">
        {state !== 'NEW' && (
          <Button kind="soft" wide onTap={() => setEnding(true)}>
            现在结束
          </Button>
        )}
        <Button kind="soft" wide busy={editor.isBusy} onTap={() => void editor.check()}>
          检查冲突
        </Button>
        <Button wide busy={editor.isBusy} onTap={() => void editor.save()}>
          保存
        </Button>
      </View>
      <Confirm
        isOpen={isEnding}
        title="现在结束这个活动"
        note="顾客马上看不到它；已经下的单不变。结束后不能再开，可以再来一次。"
        action="结束"
        onConfirm={editor.end}
        onClose={() => setEnding(false)}
      />
    </View>
  )
}

type BodyProps = OpenPromotion & { editor: PromotionEditorState }

function Body({ form, state, stock, editor }: BodyProps) {
  const { change } = editor
  const hasBegun = state === 'RUNNING' || state === 'ENDED'
  return (
    <>
      <Preview form={form} />
      <Card>
        <FormFields
          specs={{
            ...COMMON_FIELDS,
            title: {
              ...COMMON_FIELDS.title,
              placeholder: `不写就叫「${PROMOTION_NAMES[form.kind]}」`,
            },
          }}
          keys={hasBegun ? ['title', 'endsAt'] : ['title', 'startsAt', 'endsAt']}
          form={form}
          onChange={change}
        />
      </Card>
      {hasBegun ? (
        <View className="promotion-note">
          {stock && `活动库存剩 ${formatCount(stock.left)}，已售 ${formatCount(stock.sold)}。`}
          {state === 'RUNNING'
            ? '已经开始：只能改名字和结束时间，别的要结束后再来一次'
            : '已经结束：再来一次会照着它新建一个'}
        </View>
      ) : (
        <>
          <KindFields form={form} onChange={editor.changeFields} />
          <Card title="给谁">
            <TierField minTier={form.minTier} onChange={(minTier) => change({ minTier })} />
          </Card>
        </>
      )}
    </>
  )
}

type KindFieldsProps = { form: PromotionForm; onChange(part: object): void }

/** What a promotion of this kind gives, and on what. */
function KindFields({ form: { kind, fields }, onChange }: KindFieldsProps) {
  const { Form } = KIND_EDITORS[kind]
  return <Form form={fields} onChange={onChange} />
}

/** What customers will read of it, as far as it is filled in. */
function Preview({ form }: { form: PromotionForm }) {
  const { kind, fields } = form
  const promotion = promotionOf(form)
  const copy = promotion.ok
    ? promotionCopy(promotion.value, today(), KIND_EDITORS[kind].giftTitle?.(fields))
    : '填好下面的内容，这里是顾客看到的话'
  return (
    <View className="promotion-preview">
      <View className="promotion-preview__name">顾客看到</View>
      <View className="promotion-preview__words">{copy}</View>
    </View>
  )
}
