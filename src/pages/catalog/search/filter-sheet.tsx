import type { FacetValue } from '@core/contract/storefront'
import { PRICE_BANDS } from '@core/kernel/search-tokens'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Failure } from '@/components/empty'
import { Sheet } from '@/components/sheet'
import { RowsSkeleton } from '@/components/skeleton'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { shop, useShop } from '@/stores/shop'
import {
  type FilterKey,
  priceBandCopy,
  type SearchFilters,
  toggleFilter,
  withoutFilters,
} from './search-filters'
import './filter-sheet.scss'

type Props = {
  isOpen: boolean
  word: string
  filters: SearchFilters
  onClose(): void
  onApply(filters: SearchFilters): void
}

/** Chooses several filters at once; the list changes when they are applied. */
export function FilterSheet({ isOpen, word, filters, onClose, onApply }: Props) {
  const [draft, setDraft] = useState(filters)
  useEffect(() => {
    if (!isOpen) return
    setDraft(filters)
    void shop.getState().loadCategories()
  }, [isOpen, filters])
  const foot = (
    <>
      <Button kind="soft" wide onTap={() => setDraft(withoutFilters(draft))}>
        全部取消
      </Button>
      <Button wide onTap={() => onApply(draft)}>
        看结果
      </Button>
    </>
  )
  const toggle = (key: FilterKey, value: string) => setDraft(toggleFilter(draft, key, value))
  return (
    <Sheet isOpen={isOpen} title="筛选" onClose={onClose} foot={foot}>
      {isOpen && <Groups word={word} draft={draft} onToggle={toggle} />}
    </Sheet>
  )
}

type GroupsProps = {
  word: string
  draft: SearchFilters
  onToggle(key: FilterKey, value: string): void
}

/** What the results have, counted anew with every choice. */
function Groups({ word, draft, onToggle }: GroupsProps) {
  const categories = useShop((state) => state.categories.value) ?? []
  const { order: _order, ...filters } = draft
  const search = { ...(word && { word }), ...filters }
  const facets = useLoad(() => callShop('catalog.facets', search), JSON.stringify(search))
  if (!facets.value) {
    return facets.error ? (
      <Failure error={facets.error} onRetry={() => void facets.reload()} />
    ) : (
      <RowsSkeleton count={3} />
    )
  }
  const choices = (key: FilterKey, values: readonly FacetValue[]) =>
    values.map(({ id, name, count }) => (
      <Choice key={id} isOnCard isSelected={draft[key] === id} onTap={() => onToggle(key, id)}>
        {count === null ? name : `${name} ${count}`}
      </Choice>
    ))
  const { brands, tags, priceBands } = facets.value
  const top = topCategoryOf(categories, draft.categoryId)
  const isShown = ({ id }: FacetValue) => {
    const parentId = categories.find((category) => category.id === id)?.parentId ?? null
    return parentId === null || parentId === top
  }
  const bands = PRICE_BANDS.flatMap(({ id }) => {
    const band = priceBands.find((one) => one.id === id)
    return band ? [{ ...band, name: priceBandCopy(id) }] : []
  })
  return (
    <>
      <Group title="价格">{choices('priceBand', bands)}</Group>
      <Group title="分类">{choices('categoryId', facets.value.categories.filter(isShown))}</Group>
      <Group title="品牌">{choices('brand', brands)}</Group>
      <Group title="标签">{choices('tagId', tags)}</Group>
    </>
  )
}

/** The top-level category of a category. */
const topCategoryOf = (
  categories: readonly { id: string; parentId: string | null }[],
  id: string | undefined,
): string | undefined => categories.find((category) => category.id === id)?.parentId ?? id

function Group({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <View className="filter-group">
      <Text className="filter-group__title">{title}</Text>
      <View className="filter-group__choices">{children}</View>
    </View>
  )
}
