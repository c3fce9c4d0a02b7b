import type { TagError } from '@core/contract/catalog'
import type { Need, Tag } from '@core/domain/catalog/product'
import { isSameValue } from '@core/kernel/same-value'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { failureLine } from '@/copy/failures'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { type CallFailure, callAdmin } from '@/services/call'

/** Names of the kinds of need. */
export const NEED_COPY = [
  ['functional', '功能'],
  ['emotional', '情感'],
  ['social', '社会'],
] as const satisfies readonly (readonly [Need, string])[]

/** Largest weight of a need. */
const WEIGHT_MAX = 100

type Props = {
  /** The stored tag; `null` while the sheet is closed. */
  tag: Tag | null
  isKnown: boolean
  onDone(): void
  onClose(): void
}

/** Edits a tag and its weights, or deletes it when no product has it. */
export function TagSheet({ tag, isKnown, onDone, onClose }: Props) {
  const [draft, setDraft] = useState(tag)
  const [error, setError] = useState<string | null>(null)
  const question = useLeaveQuestion(tag !== null && !isSameValue(draft, tag))
  const finish = (answer: { ok: true } | { ok: false; error: TagError | CallFailure }) =>
    answer.ok ? onDone() : setError(errorCopy(answer.error))
  const save = async () => {
    if (draft) finish(await callAdmin('tags.save', draft))
  }
  const remove = async () => {
    if (draft) finish(await callAdmin('tags.remove', { id: draft.id }))
  }
  const foot = (
    <>
      {isKnown && (
        <Button kind="quiet" onTap={() => void remove()}>
          删除
        </Button>
      )}
      <Button wide disabled={!draft || draft.name.trim() === ''} onTap={() => void save()}>
        保存
      </Button>
    </>
  )
  return (
    <Sheet
      isOpen={tag !== null}
      title={isKnown ? '改标签' : '新标签'}
      onClose={() => question.close(onClose)}
      foot={foot}
    >
      {draft && <TagForm draft={draft} onChange={setDraft} />}
      {error !== null && (
        <View className="category-form__error" role="alert">
          {error}
        </View>
      )}
    </Sheet>
  )
}

function TagForm({ draft, onChange }: { draft: Tag; onChange(draft: Tag): void }) {
  const weigh = (need: Need, text: string) => {
    const weight = Math.min(WEIGHT_MAX, Math.floor(Number(text)) || 0)
    onChange({ ...draft, needs: { ...draft.needs, [need]: weight } })
  }
  return (
    <View className="category-form">
      <Field
        name="名字"
        value={draft.name}
        max={10}
        placeholder="如 送礼"
        onChange={(name) => onChange({ ...draft, name })}
      />
      <View className="category-form__label">它说明哪种需要，各有多重（0–100）</View>
      {NEED_COPY.map(([need, words]) => (
        <Field
          key={need}
          name={words}
          value={String(draft.needs[need])}
          max={3}
          placeholder="0"
          isNumber
          unit="分"
          onChange={(text) => weigh(need, text)}
        />
      ))}
    </View>
  )
}

function errorCopy(error: TagError | CallFailure): string {
  switch (error.code) {
    case 'TAG_IN_USE':
      return '还有商品用着这个标签，先从商品上拿掉'
    case 'TOO_MANY':
      return '标签已经够多了'
    default:
      return failureLine(error)
  }
}
