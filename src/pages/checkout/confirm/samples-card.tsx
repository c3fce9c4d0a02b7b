import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Checkbox } from '@/components/checkbox'
import { Picture } from '@/components/picture'
import { shop } from '@/stores/shop'
import { type Sample, toggleSample } from './samples'

type Props = { samples: Sample[]; chosenIds: readonly string[] }

/** Free samples to choose. */
export function SamplesCard({ samples, chosenIds }: Props) {
  if (samples.length === 0) return null
  const toggle = (id: string) => shop.getState().setChoice({ samples: toggleSample(chosenIds, id) })
  return (
    <Card title="体验装" aside="不加钱，想要就勾上">
      {samples.map((sample) => (
        <SampleRow
          key={sample.promotionId}
          sample={sample}
          onTap={() => toggle(sample.promotionId)}
        />
      ))}
    </Card>
  )
}

function SampleRow({ sample, onTap }: { sample: Sample; onTap(): void }) {
  const { snapshot, quantity, isChosen, unavailableReason } = sample
  const note = unavailableReason || `${snapshot.spec} ×${quantity}`.trim()
  return (
    <View className="sample">
      <Picture name={snapshot.picture} alt="" frame="thumb" />
      <View className="sample__words">
        <Text className="sample__title">{snapshot.title}</Text>
        <Text className="sample__note">{note}</Text>
      </View>
      {unavailableReason === '' && (
        <Checkbox isChecked={isChosen} label={`要 ${snapshot.title}`} onTap={onTap} />
      )}
    </View>
  )
}
