import type { PlacedBlock } from '@core/domain/storefront/home'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Checkbox } from '@/components/checkbox'
import { moveRowUp, replaceRow } from '@/pages/admin/form/rows'
import { BLOCK_COPY } from './copy'

type Props = { blocks: PlacedBlock[]; onChange(blocks: PlacedBlock[]): void }

/** Which parts home shows, from top to bottom. */
export const BlocksCard = ({ blocks, onChange }: Props) => (
  <Card title="版块" aside="从上到下的顺序">
    {blocks.map((placed, at) => {
      const [name, note] = BLOCK_COPY[placed.block]
      const isFixed = at === 0 || placed.block === 'products'
      return (
        <View key={placed.block} className="home-editor__block">
          <Checkbox
            isChecked={placed.isShown}
            label={`显示${name}`}
            onTap={() => onChange(replaceRow(blocks, at, { ...placed, isShown: !placed.isShown }))}
          />
          <View className="home-editor__words">
            <Text>{name}</Text>
            <Text className="home-editor__note">{note}</Text>
          </View>
          {!isFixed && (
            <Button
              kind="quiet"
              size="small"
              label={`上移${name}`}
              onTap={() => onChange(moveRowUp(blocks, at))}
            >
              上移
            </Button>
          )}
        </View>
      )
    })}
  </Card>
)
