import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { TextArea } from '@/components/text-area'
import { removeRow, replaceRow } from '@/pages/admin/form/rows'
import { DetailFields } from './detail-fields'
import type { SectionProps } from './fields'

/** Rows of the table of attributes, and steps of the guide (`contract/products.ts`). */
const ATTRIBUTES_MAX = 20
const STEPS_MAX = 12

/** Description, attributes, guide and details. */
export function ContentSection({ form, onChange }: SectionProps) {
  return (
    <>
      <Card title="说说它">
        <TextArea
          label="说说它"
          value={form.description}
          max={2_000}
          placeholder="一段就好"
          onChange={(description) => onChange({ description })}
        />
      </Card>
      <AttributesCard form={form} onChange={onChange} />
      <GuideCard form={form} onChange={onChange} />
      <Card title="图文详情">
        <DetailFields details={form.details} onChange={(details) => onChange({ details })} />
      </Card>
    </>
  )
}

function AttributesCard({ form: { attributes }, onChange }: SectionProps) {
  return (
    <Card title="参数">
      {attributes.map(({ name, value }, at) => (
        <View key={at} className="editor__group">
          <Field
            name="名称"
            value={name}
            max={10}
            placeholder="如 产地"
            onChange={(typed) =>
              onChange({ attributes: replaceRow(attributes, at, { name: typed, value }) })
            }
          />
          <Field
            name="内容"
            value={value}
            max={60}
            placeholder="如 浙江杭州"
            onChange={(typed) =>
              onChange({ attributes: replaceRow(attributes, at, { name, value: typed }) })
            }
          />
          <Remove onTap={() => onChange({ attributes: removeRow(attributes, at) })} />
        </View>
      ))}
      {attributes.length < ATTRIBUTES_MAX && (
        <Add onTap={() => onChange({ attributes: [...attributes, { name: '', value: '' }] })}>
          加一行参数
        </Add>
      )}
    </Card>
  )
}

function GuideCard({ form: { guide }, onChange }: SectionProps) {
  return (
    <Card title="使用指南">
      {guide.map((step, at) => (
        <View key={at} className="editor__group">
          <Field
            name={`第 ${at + 1} 步`}
            value={step}
            max={200}
            placeholder="怎么用"
            onChange={(typed) => onChange({ guide: replaceRow(guide, at, typed) })}
          />
          <Remove onTap={() => onChange({ guide: removeRow(guide, at) })} />
        </View>
      ))}
      {guide.length < STEPS_MAX && (
        <Add onTap={() => onChange({ guide: [...guide, ''] })}>加一步</Add>
      )}
    </Card>
  )
}

const Remove = ({ onTap }: { onTap(): void }) => (
  <View className="editor__end">
    <Button kind="quiet" size="small" onTap={onTap}>
      去掉
    </Button>
  </View>
)

const Add = ({ onTap, children }: { onTap(): void; children: string }) => (
  <Button kind="quiet" size="small" onTap={onTap}>
    {children}
  </Button>
)
