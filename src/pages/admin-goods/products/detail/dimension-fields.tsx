import type { SpecDimension } from '@core/domain/catalog/product'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { TextListField } from '@/pages/admin/text-list-field'

/** Dimensions of a product, and values of a dimension (`contract/products.ts`). */
const DIMENSIONS_MAX = 3
const VALUES_MAX = 20

type Props = { dimensions: SpecDimension[]; onChange(dimensions: SpecDimension[]): void }

/** The dimensions with their values. */
export function DimensionFields({ dimensions, onChange }: Props) {
  const edit = (at: number, part: Partial<SpecDimension>) =>
    onChange(dimensions.map((one, place) => (place === at ? { ...one, ...part } : one)))
  return (
    <>
      {dimensions.map((dimension, at) => (
        <View key={at} className="editor__group">
          <Field
            name={`规格 ${at + 1}`}
            value={dimension.name}
            max={10}
            placeholder="如 口味"
            onChange={(name) => edit(at, { name })}
          />
          <TextListField
            values={dimension.values}
            most={VALUES_MAX}
            max={20}
            label={`${dimension.name || '规格'}的选项`}
            placeholder="如 甜、咸，回车加上"
            onChange={(values) => edit(at, { values })}
          />
          <View className="editor__end">
            <Button
              kind="quiet"
              size="small"
              onTap={() => onChange(dimensions.filter((_, place) => place !== at))}
            >
              去掉这种规格
            </Button>
          </View>
        </View>
      ))}
      {dimensions.length < DIMENSIONS_MAX && (
        <Button
          kind="quiet"
          size="small"
          onTap={() => onChange([...dimensions, { name: '', values: [] }])}
        >
          加一种规格
        </Button>
      )}
    </>
  )
}
