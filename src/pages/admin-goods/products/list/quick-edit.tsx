import { specText } from '@core/domain/catalog/product'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Failure } from '@/components/empty'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { RowsSkeleton } from '@/components/skeleton'
import { useQuickEdit } from './use-quick-edit'
import './quick-edit.scss'

const PRICE_CHARS = 10
const PIECES_CHARS = 6

type Props = { productId: string; title: string; onSaved(): void; onClose(): void }

/** Changes the prices and the stock of a product without opening its editor. */
export function QuickEdit({ productId, title, onSaved, onClose }: Props) {
  const edit = useQuickEdit(productId, onSaved)
  const { loaded } = edit
  return (
    <Sheet
      isOpen
      title={title}
      onClose={onClose}
      foot={
        loaded.value && (
          <Button wide busy={edit.isBusy} onTap={() => void edit.save()}>
            保存价格和库存
          </Button>
        )
      }
    >
      {edit.error !== undefined && <View className="quick-edit__error">{edit.error}</View>}
      {loaded.value?.skus.map((sku) => {
        const spec = specText(sku.values)
        const typed = edit.typedOf(sku.id)
        return (
          <View key={sku.id} className="quick-edit">
            {spec !== '' && <Text className="quick-edit__spec">{spec}</Text>}
            <Field
              name={`${spec} 价格`.trim()}
              unit="元"
              value={typed.price}
              max={PRICE_CHARS}
              placeholder="如 68"
              onChange={(price) => edit.type(sku.id, { price })}
            />
            <Field
              name={`${spec} 可售`.trim()}
              unit="件"
              value={typed.pieces}
              max={PIECES_CHARS}
              placeholder="如 20"
              isNumber
              onChange={(pieces) => edit.type(sku.id, { pieces })}
            />
          </View>
        )
      })}
      {!loaded.value && loaded.error && (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
      {!loaded.value && !loaded.error && <RowsSkeleton count={2} />}
    </Sheet>
  )
}
