import type { FaqEntry } from '@core/domain/service/faq'
import { FAQ_ALIKE_MAX, FAQ_ANSWER_MAX, FAQ_QUESTION_MAX } from '@core/kernel/limits'
import { isSameValue } from '@core/kernel/same-value'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { TextArea } from '@/components/text-area'
import { failureLine } from '@/copy/failures'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { TextListField } from '@/pages/admin/text-list-field'
import { callAdmin } from '@/services/call'
import { toast } from '@/services/toast'
import '@/pages/admin-goods/products/detail/index.scss'

type Props = { entry: FaqEntry; isNew: boolean; onDone(): void; onClose(): void }

/** Edits an entry; the text is kept until it is saved. */
export function EntrySheet({ entry, isNew, onDone, onClose }: Props) {
  const [form, setForm] = useState(entry)
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const question = useLeaveQuestion(!isSameValue(form, entry))
  const change = (part: Partial<FaqEntry>) => {
    setForm((before) => ({ ...before, ...part }))
    setError(undefined)
  }
  const save = async () => {
    const { hits: _hits, ...words } = form
    if (words.question.trim() === '' || words.answer.trim() === '') {
      return setError('问题和回答都要写')
    }
    setBusy(true)
    const answer = await callAdmin('faq.save', words)
    setBusy(false)
    if (!answer.ok) return setError(refusalCopy(answer.error))
    toast('已保存')
    onDone()
  }
  const remove = async () => {
    const answer = await callAdmin('faq.remove', { id: entry.id })
    if (!answer.ok) return setError(failureLine(answer.error))
    toast('已去掉')
    onDone()
  }
  const foot = (
    <>
      {!isNew && (
        <Button kind="quiet" onTap={() => void remove()}>
          去掉这条
        </Button>
      )}
      <Button wide busy={isBusy} onTap={() => void save()}>
        保存
      </Button>
    </>
  )
  return (
    <Sheet
      isOpen
      title={isNew ? '加一条' : '改这一条'}
      onClose={() => question.close(onClose)}
      foot={foot}
    >
      <EntryFields form={form} error={error} onChange={change} />
    </Sheet>
  )
}

type FieldsProps = {
  form: FaqEntry
  error: string | undefined
  onChange(part: Partial<FaqEntry>): void
}

function EntryFields({ form, error, onChange }: FieldsProps) {
  return (
    <>
      <Field
        name="问题"
        value={form.question}
        max={FAQ_QUESTION_MAX}
        placeholder="如 多久发货"
        onChange={(question) => onChange({ question })}
      />
      <TextArea
        label="回答"
        value={form.answer}
        max={FAQ_ANSWER_MAX}
        placeholder="直接把答案说清楚"
        error={error}
        onChange={(answer) => onChange({ answer })}
      />
      <Text className="faq-sheet__label">顾客还会这样问</Text>
      <TextListField
        values={form.alike}
        most={FAQ_ALIKE_MAX}
        max={FAQ_QUESTION_MAX}
        label="另一种问法"
        placeholder="写一种，回车再写"
        onChange={(alike) => onChange({ alike })}
      />
      <View className="faq-sheet__shown">
        <Choice
          isOnCard
          isSelected={form.isShown}
          onTap={() => onChange({ isShown: !form.isShown })}
        >
          {form.isShown ? '显示并自动回答' : '暂不显示'}
        </Choice>
      </View>
    </>
  )
}

function refusalCopy(error: { code: string; most?: number; requestId?: string }): string {
  if (error.code === 'TOO_MANY') return `最多 ${error.most ?? 0} 条，先去掉一些`
  if (error.code === 'INVALID_INPUT') return '有一处写得不合适：太长，或带了代码'
  return failureLine(error)
}
