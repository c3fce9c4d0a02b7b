import { useState } from 'react'
import { View } from '@tarojs/components'
import type { NamedProduct } from '@core/contract/promotions'
import { SCOPE_MAX } from '@core/domain/limits'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { useLoad } from '@/hooks/use-load'
import { callAdmin } from '@/services/call'
import { GoodsSheet } from './goods-sheet'
import './scope-field.scss'

/** What a rule reaches, as a form holds it. */
export type ScopeForm = { isAll: boolean; products: NamedProduct[]; categoryIds: string[] }

/** Everything, until something is chosen. */
export const WHOLE_SHOP: ScopeForm = { isAll: true, products: [], categoryIds: [] }

/** The scope that a form says. */
export const scopeOf = ({ isAll, products, categoryIds }: ScopeForm) =>
  isAll
    ? { productIds: [], categoryIds: [] }
    : { productIds: products.map(({ id }) => id), categoryIds }

/** A stored scope as a form holds it. */
export const scopeForm = (
  scope: { productIds: string[]; categoryIds: string[] },
  products: NamedProduct[],
): ScopeForm => ({
  isAll: scope.productIds.length + scope.categoryIds.length === 0,
  products: products.filter(({ id }) => scope.productIds.includes(id)),
  categoryIds: scope.categoryIds,
})

type Props = { scope: ScopeForm; onChange(scope: ScopeForm): void }

/** Which goods: all of the shop, or shelves and products by name. */
export function ScopeField({ scope, onChange }: Props) {
  return (
    <>
      <View className="scope-field">
        <Choice onCard isOn={scope.isAll} onTap={() => onChange({ ...scope, isAll: true })}>
          全店
        </Choice>
        <Choice onCard isOn={!scope.isAll} onTap={() => onChange({ ...scope, isAll: false })}>
          部分商品
        </Choice>
      </View>
      {!scope.isAll && <Parts scope={scope} onChange={onChange} />}
    </>
  )
}

function Parts({ scope, onChange }: Props) {
  const [isOpen, setOpen] = useState(false)
  const shelves = useLoad(() => callAdmin('categories.list', {}), '')
  const { products, categoryIds } = scope
  const turn = (id: string) =>
    categoryIds.includes(id) ? categoryIds.filter((one) => one !== id) : [...categoryIds, id]
  const others = (id: string) => products.filter((one) => one.id !== id)
  return (
    <>
      <View className="scope-field__name">整个分类</View>
      <View className="scope-field">
        {shelves.value?.map(({ id, name }) => (
          <Choice
            key={id}
            onCard
            isOn={categoryIds.includes(id)}
            onTap={() => onChange({ ...scope, categoryIds: turn(id) })}
          >
            {name}
          </Choice>
        ))}
        {shelves.error && (
          <Button kind="quiet" size="small" onTap={() => void shelves.reload()}>
            分类没有取到，点此再试
          </Button>
        )}
      </View>
      <View className="scope-field__name">单件商品</View>
      <View className="scope-field">
        {products.map(({ id, title }) => (
          <Choice
            key={id}
            onCard
            isOn
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
