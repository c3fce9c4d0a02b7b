import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { Failure } from '@/components/empty'
import { Field } from '@/components/field'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { PictureField } from '@/pages/admin/picture-field'
import { isBarred, StaffOnly } from '@/pages/admin/staff-only'
import { DetailFields } from '@/pages/admin-goods/products/detail/detail-fields'
import '@/pages/admin-goods/products/detail/index.scss'
import type { ArticleForm } from './form'
import { ProductsField } from './products-field'
import { useArticle } from './use-article'
import './index.scss'

/** 写手记: title, cover, the text piece by piece, and what it is tied to. */
export default function ArticleEditor() {
  const { id = '' } = useRouter().params
  const editor = useArticle(id)
  const { form, fault, loaded } = editor
  if (isBarred(loaded.error)) return <StaffOnly />
  const foot = form && (
    <View className="article-foot">
      {fault !== null && (
        <View className="editor__fault" role="alert">
          {fault}
        </View>
      )}
      <View className="article-foot__buttons">
        <Button kind="soft" wide busy={editor.isBusy} onTap={() => void editor.save(false)}>
          {form.isPublished ? '收回成草稿' : '存草稿'}
        </Button>
        <Button wide busy={editor.isBusy} onTap={() => void editor.save(true)}>
          {form.isPublished ? '保存' : '发布'}
        </Button>
      </View>
    </View>
  )
  return (
    <PageShell title={id === '' ? '写手记' : '改手记'} foot={foot}>
      {form && <Fields form={form} onChange={editor.change} />}
      {!form && loaded.error && (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
      {!form && !loaded.error && <RowsSkeleton count={4} />}
    </PageShell>
  )
}

type Props = { form: ArticleForm; onChange(part: Partial<ArticleForm>): void }

function Fields({ form, onChange }: Props) {
  return (
    <>
      <Card>
        <Field
          name="标题"
          value={form.title}
          max={40}
          placeholder="如 明前龙井，怎么泡不苦"
          onChange={(title) => onChange({ title })}
        />
        <Field
          name="一句话"
          value={form.summary}
          max={60}
          placeholder="列表里显示，可以不写"
          onChange={(summary) => onChange({ summary })}
        />
      </Card>
      <Card title="封面">
        <PictureField
          pictures={form.cover === '' ? [] : [form.cover]}
          most={1}
          label="封面"
          onChange={([cover = '']) => onChange({ cover })}
        />
      </Card>
      <Card title="正文">
        <DetailFields details={form.blocks} onChange={(blocks) => onChange({ blocks })} />
      </Card>
      <Card title="挂在哪些商品上">
        <ProductsField products={form.products} onChange={(products) => onChange({ products })} />
      </Card>
      {form.allTags.length > 0 && <TagsCard form={form} onChange={onChange} />}
    </>
  )
}

/** Reading it is taken for interest in these. */
const TagsCard = ({ form: { allTags, tags }, onChange }: Props) => (
  <Card title="标签">
    <View className="article-tags">
      {allTags.map(({ id, name }) => {
        const isOn = tags.includes(id)
        const others = tags.filter((one) => one !== id)
        return (
          <Choice
            key={id}
            isOnCard
            isSelected={isOn}
            onTap={() => onChange({ tags: isOn ? others : [...tags, id] })}
          >
            {name}
          </Choice>
        )
      })}
    </View>
  </Card>
)
