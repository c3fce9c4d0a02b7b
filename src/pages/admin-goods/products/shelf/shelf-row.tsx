import type { ShelfRow as Row } from '@core/contract/products'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Picture } from '@/components/picture'
import { tappable } from '@/components/tappable'

/** The height of a row without its buttons, in px (`shelf-row` of the stylesheet). */
export const ROW_PX = 72

/** Where a finger is; WeChat and browsers call it alike. */
type Touched = { touches: readonly { clientY: number }[] }

type Props = {
  row: Row
  place: number
  isOpen: boolean
  isDragged: boolean
  onToggle(): void
  onMove(to: number): void
  onDragStart(y: number): void
  onDrag(y: number): void
  onDrop(): void
}

/** A product on the shelf: dragged by its handle, or moved by the buttons that a tap opens. */
export function ShelfRow(props: Props) {
  const { row, place, isOpen, isDragged, onMove } = props
  const name = `${place + 1} ${row.title}`
  return (
    <View className={isDragged ? 'shelf-row shelf-row--dragged' : 'shelf-row'}>
      <View className="shelf-row__line">
        <View
          className="shelf-row__product"
          {...tappable(`${name}，点开可以移动`)}
          onClick={props.onToggle}
        >
          <Text className="shelf-row__place">{place + 1}</Text>
          <Picture name={row.picture} alt="" frame="thumb" />
          <Text className="shelf-row__title">{row.title}</Text>
        </View>
        <View
          className="shelf-row__handle"
          aria-label={`拖动 ${row.title}`}
          catchMove
          onTouchStart={(event) => props.onDragStart(yOf(event as unknown as Touched))}
          onTouchMove={(event) => props.onDrag(yOf(event as unknown as Touched))}
          onTouchEnd={props.onDrop}
          onTouchCancel={props.onDrop}
        >
          <View className="shelf-row__grip" />
        </View>
      </View>
      {isOpen && (
        <View className="shelf-row__moves">
          <Button kind="quiet" size="small" label={`置顶 ${row.title}`} onTap={() => onMove(0)}>
            置顶
          </Button>
          <Button
            kind="quiet"
            size="small"
            label={`上移 ${row.title}`}
            onTap={() => onMove(place - 1)}
          >
            上移
          </Button>
          <Button
            kind="quiet"
            size="small"
            label={`下移 ${row.title}`}
            onTap={() => onMove(place + 1)}
          >
            下移
          </Button>
        </View>
      )}
    </View>
  )
}

const yOf = ({ touches }: Touched): number => touches[0]?.clientY ?? 0
