import type { StockRow } from '@core/contract/stock'
import type { StaffMovementKind } from '@core/domain/stock/stock'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { formatCount } from '@/copy/numbers'
import { Ledger } from './ledger'
import { MovementForm } from './movement-form'
import { useMovement } from './use-movement'
import './stock-sheet.scss'

type Props = {
  /** `null` while the sheet is closed. */
  row: StockRow | null
  onClose: () => void
  onMoved: (row: StockRow) => void
}

/** The stock of a SKU: numbers, ledger, and two kinds of manual movement. */
export function StockSheet({ row, onClose, onMoved }: Props) {
  const [kind, setKind] = useState<StaffMovementKind | null>(null)
  const isMoving = row !== null && kind !== null
  const close = () => {
    setKind(null)
    // Closing a form returns to the ledger.
    if (!isMoving) onClose()
  }
  const foot = (
    <>
      <Button kind="soft" wide onTap={() => setKind('adjust')}>
        盘点调整
      </Button>
      <Button wide onTap={() => setKind('restock')}>
        入库
      </Button>
    </>
  )
  return (
    <Sheet
      isOpen={row !== null}
      title={row ? titleOf(row, kind) : ''}
      onClose={close}
      foot={row !== null && !isMoving && foot}
    >
      {row !== null && !isMoving && <Stock row={row} />}
      {isMoving && (
        <Move
          key={`${row.skuId} ${kind}`}
          row={row}
          kind={kind}
          onMoved={(moved) => {
            setKind(null)
            onMoved(moved)
          }}
        />
      )}
    </Sheet>
  )
}

function titleOf({ title, spec }: StockRow, kind: StaffMovementKind | null): string {
  const name = [title, spec].filter((part) => part !== '').join(' · ')
  return kind === null ? name : `${KIND_COPY[kind]} · ${name}`
}

const KIND_COPY = { restock: '入库', adjust: '盘点调整' } as const

const Stock = ({ row }: { row: StockRow }) => (
  <>
    <View className="stock-sums">
      <Sum name="可售" count={row.available} />
      <Sum name="占用" count={row.held} />
      <Sum name="在库" count={row.inStore} />
    </View>
    <Text className="stock-sums__note">占用的属于待付款的订单，付款后卖出，关闭后退回可售</Text>
    <Ledger skuId={row.skuId} />
  </>
)

const Sum = ({ name, count }: { name: string; count: number }) => (
  <View className="stock-sums__one">
    <Text className="stock-sums__count">{formatCount(count)}</Text>
    <Text className="stock-sums__name">{name}</Text>
  </View>
)

type MoveProps = {
  row: StockRow
  kind: StaffMovementKind
  onMoved: (row: StockRow) => void
}

function Move({ row, kind, onMoved }: MoveProps) {
  const editor = useMovement(kind, { skuId: row.skuId, onMoved })
  return (
    <>
      <MovementForm editor={editor} />
      <Button wide busy={editor.isBusy} onTap={() => void editor.send()}>
        {kind === 'restock' ? '记入库' : '记调整'}
      </Button>
    </>
  )
}
