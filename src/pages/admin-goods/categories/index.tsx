import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '@/components/choice'
import { PageShell } from '@/components/page-shell'
import { useLoad } from '@/hooks/use-load'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { CategoryList } from './category-list'
import { TagList } from './tag-list'
import './index.scss'

/** 分类与标签: categories and tags of products. */
export default function CategoriesPage() {
  const [part, setPart] = useState<'categories' | 'tags'>('categories')
  const categories = useLoad(() => callAdmin('categories.list', {}), '')
  const tags = useLoad(() => callAdmin('tags.list', {}), '')
  if (isForbidden(categories.error)) return <StaffOnly />
  return (
    <PageShell title="分类与标签">
      <View className="category-parts">
        <Choice isSelected={part === 'categories'} onTap={() => setPart('categories')}>
          分类
        </Choice>
        <Choice isSelected={part === 'tags'} onTap={() => setPart('tags')}>
          标签
        </Choice>
      </View>
      {part === 'categories' ? <CategoryList loaded={categories} /> : <TagList loaded={tags} />}
    </PageShell>
  )
}
