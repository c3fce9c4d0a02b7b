import type { SaveHomeInput } from '@core/contract/home-content'
import { HOT_WORDS_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { EditorPage } from '@/pages/admin/form/editor-page'
import { FormFields } from '@/pages/admin/form/form-fields'
import { useEditor } from '@/pages/admin/form/use-editor'
import { TextListField } from '@/pages/admin/text-list-field'
import '@/pages/admin-goods/products/detail/index.scss'
import { callAdmin } from '@/services/call'
import { BannersSection } from './banners-section'
import { BlocksCard } from './blocks-card'
import { errorCopy, refusalCopy } from './copy'
import { type HomeForm, readHome, SHOP_FIELDS } from './form'
import './index.scss'

/** 首页: what home shows besides goods, and in which order. */
export default function HomeEditor() {
  const editor = useEditor<HomeForm>('', () => callAdmin('home.show', {}))
  const { issue, isBusy } = editor
  const save = () =>
    editor.submit({ read: readHome, describe: errorCopy, send, done: '首页已更新' })
  const foot = () => (
    <View className="editor__foot">
      {issue !== null && (
        <View className="editor__error" role="alert">
          {issue}
        </View>
      )}
      <Button wide busy={isBusy} onTap={() => void save()}>
        保存
      </Button>
    </View>
  )
  return (
    <EditorPage editor={editor} title="首页" skeletonRows={4} foot={foot}>
      {(form) => (
        <Sections
          form={form}
          onChange={(part) => editor.update((before) => ({ ...before, ...part }))}
        />
      )}
    </EditorPage>
  )
}

async function send(input: SaveHomeInput): Promise<string | null> {
  const answer = await callAdmin('home.save', input)
  return answer.ok ? null : refusalCopy(answer.error)
}

type Props = { form: HomeForm; onChange(part: Partial<HomeForm>): void }

const Sections = ({ form, onChange }: Props) => (
  <>
    <Card>
      <FormFields specs={SHOP_FIELDS} keys={['shopName']} form={form} onChange={onChange} />
    </Card>
    <BannersSection banners={form.banners} onChange={(banners) => onChange({ banners })} />
    <Card title="热搜词">
      <TextListField
        values={form.hotWords}
        most={HOT_WORDS_MAX}
        max={10}
        label="加热搜词"
        placeholder="写一个词，回车加上"
        onChange={(hotWords) => onChange({ hotWords })}
      />
    </Card>
    <BlocksCard blocks={form.blocks} onChange={(blocks) => onChange({ blocks })} />
  </>
)
