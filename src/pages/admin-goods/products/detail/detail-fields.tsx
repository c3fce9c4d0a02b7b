import type { DetailBlock } from '@core/domain/catalog/product'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { TextArea } from '@/components/text-area'
import { moveRowUp, removeRow, replaceRow } from '@/pages/admin/form/rows'
import { PictureField } from '@/pages/admin/picture-field'

/** Blocks of one description (`contract/products.ts`). */
const DETAILS_MAX = 30

type Props = { details: DetailBlock[]; onChange(details: DetailBlock[]): void }

/** The long description as blocks: headings, texts and pictures. */
export function DetailFields({ details, onChange }: Props) {
  return (
    <>
      {details.map((block, at) => (
        <View key={at} className="editor__group">
          <BlockFields block={block} onChange={(next) => onChange(replaceRow(details, at, next))} />
          <View className="editor__end">
            {at > 0 && (
              <Button kind="quiet" size="small" onTap={() => onChange(moveRowUp(details, at))}>
                上移
              </Button>
            )}
            <Button kind="quiet" size="small" onTap={() => onChange(removeRow(details, at))}>
              去掉
            </Button>
          </View>
        </View>
      ))}
      {details.length < DETAILS_MAX && (
        <View className="editor__adds">
          {NEW_BLOCKS.map(([words, block]) => (
            <Button
              key={words}
              kind="quiet"
              size="small"
              onTap={() => onChange([...details, block])}
            >
              {words}
            </Button>
          ))}
        </View>
      )}
    </>
  )
}

const NEW_BLOCKS = [
  ['加标题', { kind: 'heading', text: '' }],
  ['加文字', { kind: 'text', text: '' }],
  ['加图片', { kind: 'picture', picture: '', alt: '' }],
] as const satisfies readonly (readonly [string, DetailBlock])[]

type BlockProps = { block: DetailBlock; onChange(block: DetailBlock): void }

function BlockFields({ block, onChange }: BlockProps) {
  switch (block.kind) {
    case 'heading':
      return (
        <Field
          name="标题"
          value={block.text}
          max={40}
          placeholder="这一段说什么"
          onChange={(text) => onChange({ ...block, text })}
        />
      )
    case 'text':
      return (
        <TextArea
          label="详情文字"
          value={block.text}
          max={1_000}
          placeholder="一段文字"
          onChange={(text) => onChange({ ...block, text })}
        />
      )
    case 'picture':
      return (
        <>
          <PictureField
            pictures={block.picture === '' ? [] : [block.picture]}
            most={1}
            label="详情图片"
            onChange={([picture = '']) => onChange({ ...block, picture })}
          />
          <Field
            name="图里是"
            value={block.alt}
            max={40}
            placeholder="看不见图的人会听到"
            onChange={(alt) => onChange({ ...block, alt })}
          />
        </>
      )
  }
}
