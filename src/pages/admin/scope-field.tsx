import { SCOPE_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { useLoad } from '@/hooks/use-load'
import { callAdmin } from '@/services/call'
import { GoodsSheet } from './goods-sheet'
import type { ScopeForm } from './scope-form'
import './scope-field.scss'

type Props = { scope: ScopeForm; onChange(scope: ScopeForm): void }

/** Selects the goods of a rule: all, or categories and products. */
export function ScopeField({ scope, onChange }: Props) {
  return (
    <>
      <View className="scope-field">
        <Choice isOnCard isSelected={scope.isAll} onTap={() => onChange({ ...scope, isAll: true })}>
          全店
        </Choice>
        <Choice
          isOnCard
          isSelected={!scope.isAll}
          onTap={() => onChange({ ...scope, isAll: false })}
        >
          部分商品
        </Choice>
      </View>
      {!scope.isAll && <SomeGoods scope={scope} onChange={onChange} />}
    </>
  )
}

function SomeGoods({ scope, onChange }: Props) {
  const [isOpen, setOpen] = useState(false)
  const categories = useLoad(() => callAdmin('categories.list', {}), '')
  const { products, categoryIds } = scope
  const toggle = (id: string) =>
    categoryIds.includes(id) ? categoryIds.filter((one) => one !== id) : [...categoryIds, id]
  const others = (id: string) => products.filter((one) => one.id !== id)
  return (
    <>
      <View className="scope-field__name">整个分类</View>
      <View className="scope-field">
        {categories.value?.map(({ id, name }) => (
          <Choice
            key={id}
            isOnCard
            isSelected={categoryIds.includes(id)}
            onTap={() => onChange({ ...scope, categoryIds: toggle(id) })}
          >
            {name}
          </Choice>
        ))}
        {categories.error && (
          <Button kind="quiet" size="small" onTap={() => void categories.reload()}>
            分类没有取到，点此再试
          </Button>
        )}
      </View>
      <View className="scope-field__name">单件商品</View>
      <View className="scope-field">
        {products.map(({ id, title }) => (
          <Choice
            key={id}
            isOnCard
            isSelected
            isRemovable
            label={`去掉 ${title}`}
            onTap={() => onChange({ ...scope, products: others(id) })}
          >
            {title}
          </Choice>
        ))}
        {products.length < SCOPE_MAX && (
          <Button kind="quiet" size="small" onTap={() => setOpen(true)}>
            加商品
          </Button>
        )}
      </View>
      <GoodsSheet
        pick="product"
        isOpen={isOpen}
        title="选商品"
        onClose={() => setOpen(false)}
        onPick={(one) => onChange({ ...scope, products: [...others(one.id), one] })}
      />
    </>
  )
}
