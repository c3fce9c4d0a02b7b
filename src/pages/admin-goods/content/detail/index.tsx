import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { EditorPage } from '@/pages/admin/form/editor-page'
import { FormFields } from '@/pages/admin/form/form-fields'
import { PictureField } from '@/pages/admin/picture-field'
import { DetailFields } from '@/pages/admin-goods/products/detail/detail-fields'
import '@/pages/admin-goods/products/detail/index.scss'
import { type ArticleForm, FIELDS } from './form'
import { ProductsField } from './products-field'
import { useArticle } from './use-article'
import './index.scss'

/** 写手记: title, cover, text, and the products and tags that it belongs to. */
export default function ArticleEditor() {
  const { id = '' } = useRouter().params
  const editor = useArticle(id)
  const { issue, isBusy } = editor
  const foot = ({ isPublished }: ArticleForm) => (
    <View className="article-foot">
      {issue !== null && (
        <View className="editor__error" role="alert">
          {issue}
        </View>
      )}
      <View className="article-foot__buttons">
        <Button kind="soft" wide busy={isBusy} onTap={() => void editor.save(false)}>
          {isPublished ? '收回成草稿' : '存草稿'}
        </Button>
        <Button wide busy={isBusy} onTap={() => void editor.save(true)}>
          {isPublished ? '保存' : '发布'}
        </Button>
      </View>
    </View>
  )
  return (
    <EditorPage
      editor={editor}
      title={id === '' ? '写手记' : '改手记'}
      skeletonRows={4}
      foot={foot}
    >
      {(form) => <Fields form={form} onChange={editor.change} />}
    </EditorPage>
  )
}

type Props = { form: ArticleForm; onChange(part: Partial<ArticleForm>): void }

function Fields({ form, onChange }: Props) {
  return (
    <>
      <Card>
        <FormFields specs={FIELDS} keys={['title', 'summary']} form={form} onChange={onChange} />
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

/** Tags that a reader is taken to be interested in. */
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
