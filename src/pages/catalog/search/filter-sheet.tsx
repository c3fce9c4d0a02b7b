import { PRICE_BANDS } from '@core/kernel/search-tokens'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Sheet } from '@/components/sheet'
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
  filters: SearchFilters
  onClose(): void
  onApply(filters: SearchFilters): void
}

/** Chooses several filters at once; nothing is fetched before they are applied. */
export function FilterSheet({ isOpen, filters, onClose, onApply }: Props) {
  const [draft, setDraft] = useState(filters)
  useEffect(() => {
    if (!isOpen) return
    setDraft(filters)
    void shop.getState().loadFacets()
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
  return (
    <Sheet isOpen={isOpen} title="筛选" onClose={onClose} foot={foot}>
      <Groups draft={draft} onToggle={(key, value) => setDraft(toggleFilter(draft, key, value))} />
    </Sheet>
  )
}

type GroupsProps = { draft: SearchFilters; onToggle(key: FilterKey, value: string): void }

function Groups({ draft, onToggle }: GroupsProps) {
  const categories = useShop((state) => state.categories.value) ?? []
  const facets = useShop((state) => state.facets.value)
  const choice = (key: FilterKey, value: string, name: string) => (
    <Choice
      key={value}
      isOnCard
      isSelected={draft[key] === value}
      onTap={() => onToggle(key, value)}
    >
      {name}
    </Choice>
  )
  const isInside = ({ parentId }: { parentId: string | null }) =>
    parentId !== null && parentId === topCategoryOf(categories, draft.categoryId)
  return (
    <>
      <Group title="价格">
        {PRICE_BANDS.map(({ id }) => choice('priceBand', id, priceBandCopy(id)))}
      </Group>
      <Group title="分类">
        {categories
          .filter((category) => category.parentId === null || isInside(category))
          .map(({ id, name }) => choice('categoryId', id, name))}
      </Group>
      <Group title="品牌">{facets?.brands.map((name) => choice('brand', name, name))}</Group>
      <Group title="标签">{facets?.tags.map(({ id, name }) => choice('tagId', id, name))}</Group>
    </>
  )
}

/** The top-level category of a category. */
const topCategoryOf = (
  categories: readonly { id: string; parentId: string | null }[],
  id: string | undefined,
): string | undefined => categories.find((category) => category.id === id)?.parentId ?? id

function Group({ title, children }: { title: string; children: ReactNode[] | undefined }) {
  if (!children || children.length === 0) return null
  return (
    <View className="filter-group">
      <Text className="filter-group__title">{title}</Text>
      <View className="filter-group__choices">{children}</View>
    </View>
  )
}
