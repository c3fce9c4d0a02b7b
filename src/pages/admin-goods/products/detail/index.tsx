import { ScrollView, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { isBarred, StaffOnly } from '@/pages/admin/staff-only'
import { BasicsPart } from './basics-section'
import type { Part } from './error-copy'
import type { PartProps } from './form'
import { OptionsPart } from './options-section'
import { SalePart } from './sale-section'
import { SkusPart } from './skus-section'
import { useEditor } from './use-editor'
import { WordsPart } from './content-section'
import './index.scss'

const PARTS = [
  ['basics', '基本'],
  ['skus', '规格与价格'],
  ['words', '图文'],
  ['sale', '售卖'],
  ['options', '定制与服务'],
] as const satisfies readonly (readonly [Part, string])[]

/** 编辑商品: everything that a product says, part by part, saved as one. */
export default function ProductEditor() {
  const { id = '' } = useRouter().params
  const editor = useEditor(id)
  const { form, fault, loaded } = editor
  const [part, setPart] = useState<Part>('basics')
  useEffect(() => {
    if (fault) setPart(fault.part)
  }, [fault])
  if (isBarred(loaded.error)) return <StaffOnly />
  const foot = form && (
    <View className="editor__foot">
      {fault && (
        <View className="editor__fault" role="alert">
          {fault.words}
        </View>
      )}
      <Button wide busy={editor.isBusy} onTap={() => void editor.save()}>
        保存
      </Button>
    </View>
  )
  return (
    <PageShell title={id === '' ? '上新' : '编辑商品'} foot={foot}>
      <ScrollView scrollX enhanced showScrollbar={false} className="editor__parts">
        <View className="editor__parts-row">
          {PARTS.map(([one, name]) => (
            <Choice key={one} isSelected={one === part} onTap={() => setPart(one)}>
              {name}
            </Choice>
          ))}
        </View>
      </ScrollView>
      {form && <PartOf part={part} form={form} onChange={editor.change} />}
      {!form && loaded.error && (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
      {!form && !loaded.error && <RowsSkeleton count={5} />}
    </PageShell>
  )
}

function PartOf({ part, ...props }: PartProps & { part: Part }) {
  switch (part) {
    case 'basics':
      return <BasicsPart {...props} />
    case 'skus':
      return <SkusPart {...props} />
    case 'words':
      return <WordsPart {...props} />
    case 'sale':
      return <SalePart {...props} />
    case 'options':
      return <OptionsPart {...props} />
  }
}
