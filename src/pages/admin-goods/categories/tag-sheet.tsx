import type { TagError } from '@core/contract/catalog'
import type { Need, Tag } from '@core/domain/catalog/product'
import { isSameValue } from '@core/kernel/same-value'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { failureLine } from '@/copy/failures'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { type CallFailure, callAdmin } from '@/services/call'

/** What people buy a thing for, in plain words, with examples. */
export const NEED_COPY = [
  ['functional', '用得上', '解渴、顶饿、好保存'],
  ['emotional', '自己喜欢', '好看、解馋、让人放松'],
  ['social', '送人有面子', '送礼、待客'],
] as const satisfies readonly (readonly [Need, string, string])[]

/** How much a tag speaks for a need: the weight that a tap stores, and from where it is shown. */
const LEVELS = [
  { name: '不是', weight: 0, from: 0 },
  { name: '有一点', weight: 40, from: 1 },
  { name: '主要为这个', weight: 90, from: 61 },
] as const

/** A weight in words: `40` → `有一点`. */
const levelOf = (weight: number): string =>
  [...LEVELS].reverse().find(({ from }) => weight >= from)?.name ?? LEVELS[0].name

type Props = {
  /** The stored tag; `null` while the sheet is closed. */
  tag: Tag | null
  isKnown: boolean
  onDone(): void
  onClose(): void
}

/** Edits a tag and what it speaks for, or deletes it when no product has it. */
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
  const weigh = (need: Need, weight: number) =>
    onChange({ ...draft, needs: { ...draft.needs, [need]: weight } })
  return (
    <View className="category-form">
      <Field
        name="名字"
        value={draft.name}
        max={10}
        placeholder="如 送礼"
        onChange={(name) => onChange({ ...draft, name })}
      />
      <View className="category-form__label">顾客买带这个标签的东西，是为了什么</View>
      {NEED_COPY.map(([need, name, examples]) => (
        <View key={need}>
          <View className="category-form__label">{`${name}（${examples}）`}</View>
          <View className="category-form__choices">
            {LEVELS.map((level) => (
              <Choice
                key={level.name}
                isOnCard
                label={`${name} ${level.name}`}
                isSelected={levelOf(draft.needs[need]) === level.name}
                onTap={() => weigh(need, level.weight)}
              >
                {level.name}
              </Choice>
            ))}
          </View>
        </View>
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
