import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Confirm } from '@/components/confirm'
import { ChipRow } from '@/pages/admin/chip-row'
import { EditorPage } from '@/pages/admin/form/editor-page'
import { useOpened } from '@/pages/admin/form/opened'
import { BasicsSection } from './basics-section'
import { ContentSection } from './content-section'
import type { OpenSection, ProductForm, Section } from './fields'
import type { SkuForm } from './matrix'
import { OptionsSection } from './options-section'
import { SaleSection } from './sale-section'
import { SkusSection } from './skus-section'
import { unstockedCopy } from './unstocked'
import { useProduct } from './use-product'
import './index.scss'

const SECTIONS = [
  ['basics', '基本', BasicsSection],
  ['skus', '规格与价格', SkusSection],
  ['content', '图文', ContentSection],
  ['sale', '售卖', SaleSection],
  ['options', '定制与服务', OptionsSection],
] as const satisfies readonly (readonly [Section, string, (props: OpenSection) => ReactNode])[]

const SECTION_NAMES = SECTIONS.map(([section, name]) => [section, name] as const)

/** 编辑商品: everything about a product, section by section, saved as one. */
export default function ProductEditor() {
  const opened = useOpened()
  const { id, copy } = opened
  const editor = useProduct(opened)
  const { issue } = editor
  const [section, setSection] = useState<Section>('basics')
  useEffect(() => {
    if (issue) setSection(issue.section)
  }, [issue])
  const [isAsking, setAsking] = useState(false)
  const [unstocked, setUnstocked] = useState<SkuForm[]>([])
  const save = () => {
    const found = editor.unstocked()
    if (found.length === 0) return void editor.save()
    setUnstocked(found)
    setAsking(true)
  }
  const foot = (form: ProductForm) => (
    <View className="editor__foot">
      {issue && (
        <View className="editor__error" role="alert">
          {issue.text}
        </View>
      )}
      <Button wide busy={editor.isBusy} onTap={save}>
        保存
      </Button>
      <Confirm
        isOpen={isAsking}
        title="没有库存，还上架吗"
        note={unstockedCopy(unstocked, form)}
        action="照样上架"
        cancel="去填库存"
        onConfirm={async () => {
          setAsking(false)
          await editor.save()
        }}
        onClose={() => {
          setAsking(false)
          setSection(form.dimensions.length > 0 ? 'skus' : 'basics')
        }}
      />
    </View>
  )
  return (
    <EditorPage
      editor={editor}
      title={id !== '' ? '编辑商品' : copy === '' ? '上新' : '复制商品'}
      head={
        <ChipRow
          options={SECTION_NAMES}
          selected={section}
          overflow="scroll"
          onSelect={setSection}
        />
      }
      skeletonRows={5}
      foot={foot}
    >
      {(form) =>
        SECTIONS.map(
          ([key, , Section]) =>
            key === section && (
              <Section key={key} form={form} onChange={editor.change} onSection={setSection} />
            ),
        )
      }
    </EditorPage>
  )
}
