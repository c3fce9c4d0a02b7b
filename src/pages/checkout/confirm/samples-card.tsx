import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Picture } from '@/components/picture'
import { Checkbox } from '@/components/checkbox'
import { shop } from '@/stores/shop'
import { type Sample, toggleSample } from './samples'

type Props = { samples: Sample[]; chosenIds: readonly string[] }

/** Samples to be had along for nothing, each ticked by itself. */
export function SamplesCard({ samples, chosenIds: asked }: Props) {
  if (samples.length === 0) return null
  const toggle = (id: string) => shop.getState().setChoice({ samples: toggleSample(asked, id) })
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
  const { snapshot: words, quantity, isChosen, unavailableReason: refusal } = sample
  const note = refusal || `${words.spec} ×${quantity}`.trim()
  return (
    <View className="sample">
      <Picture name={words.picture} alt="" frame="thumb" />
      <View className="sample__words">
        <Text className="sample__title">{words.title}</Text>
        <Text className="sample__note">{note}</Text>
      </View>
      {refusal === '' && <Checkbox isChecked={isChosen} label={`要 ${words.title}`} onTap={onTap} />}
    </View>
  )
}
