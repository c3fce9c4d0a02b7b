import type { CategoryError } from '@core/contract/catalog'
import type { Category } from '@core/domain/catalog/product'
import { isSameValue } from '@core/kernel/same-value'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { failureLine } from '@/copy/failures'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { PictureField } from '@/pages/admin/picture-field'
import { type CallFailure, callAdmin } from '@/services/call'

type Props = {
  /** The stored category; `null` while the sheet is closed. */
  category: Category | null
  all: readonly Category[]
  onDone(): void
  onClose(): void
}

/** Edits a category, or deletes it when it is empty. */
export function CategorySheet({ category, all, onDone, onClose }: Props) {
  const [draft, setDraft] = useState(category)
  const [error, setError] = useState<string | null>(null)
  const question = useLeaveQuestion(category !== null && !isSameValue(draft, category))
  const isKnown = all.some(({ id }) => id === category?.id)
  const change = (part: Partial<Category>) => draft && setDraft({ ...draft, ...part })

  const finish = (answer: { ok: true } | { ok: false; error: CategoryError | CallFailure }) =>
    answer.ok ? onDone() : setError(errorCopy(answer.error))
  const save = async () => {
    if (draft) finish(await callAdmin('categories.save', draft))
  }
  const remove = async () => {
    if (draft) finish(await callAdmin('categories.remove', { id: draft.id }))
  }

  const foot = (
    <>
      {isKnown && (
        <Button kind="quiet" onTap={() => void remove()}>
          删除
        </Button>
      )}
      <Button wide disabled={!isComplete(draft)} onTap={() => void save()}>
        保存
      </Button>
    </>
  )
  return (
    <Sheet
      isOpen={category !== null}
      title={isKnown ? '改分类' : '新分类'}
      onClose={() => question.close(onClose)}
      foot={foot}
    >
      {draft && <CategoryForm draft={draft} all={all} onChange={change} />}
      {error !== null && (
        <View className="category-form__error" role="alert">
          {error}
        </View>
      )}
    </Sheet>
  )
}

const isComplete = (draft: Category | null): boolean =>
  draft !== null && draft.name.trim() !== '' && draft.picture !== ''

type FormProps = {
  draft: Category
  all: readonly Category[]
  onChange(part: Partial<Category>): void
}

function CategoryForm({ draft, all, onChange }: FormProps) {
  const parents = all.filter(({ id, parentId }) => parentId === null && id !== draft.id)
  return (
    <View className="category-form">
      <Field
        name="名字"
        value={draft.name}
        max={10}
        placeholder="如 绿茶"
        onChange={(name) => onChange({ name })}
      />
      <Field
        name="位置"
        value={String(draft.sort)}
        max={5}
        placeholder="小的在前"
        isNumber
        unit="位"
        onChange={(text) => onChange({ sort: Math.min(100_000, Number(text) || 0) })}
      />
      <Text className="category-form__label">图片</Text>
      <PictureField
        pictures={draft.picture === '' ? [] : [draft.picture]}
        most={1}
        label="分类图片"
        onChange={([picture = '']) => onChange({ picture })}
      />
      <Text className="category-form__label">放在哪个分类下</Text>
      <View className="category-form__choices">
        <Choice
          isOnCard
          isSelected={draft.parentId === null}
          onTap={() => onChange({ parentId: null })}
        >
          一级分类
        </Choice>
        {parents.map(({ id, name }) => (
          <Choice
            key={id}
            isOnCard
            isSelected={draft.parentId === id}
            onTap={() => onChange({ parentId: id })}
          >
            {name}
          </Choice>
        ))}
      </View>
    </View>
  )
}

function errorCopy(error: CategoryError | CallFailure): string {
  switch (error.code) {
    case 'PARENT_UNFIT':
      return '只能放在一级分类下，而且不能是它自己'
    case 'CATEGORY_IN_USE':
      return error.field === 'id'
        ? '里面还有商品或子分类，先挪走再删'
        : '里面还有商品或子分类，不能换地方'
    case 'TOO_MANY':
      return '分类已经够多了'
    default:
      return failureLine(error)
  }
}
