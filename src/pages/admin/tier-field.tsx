import { TIERS, type Tier } from '@core/domain/members/sections'
import { View } from '@tarojs/components'
import { Choice } from '@/components/choice'
import { audienceCopy } from '@/copy/promotions'
import './scope-field.scss'

type Props = { minTier: Tier | null; onChange(minTier: Tier | null): void }

/** Who can use something: everyone, members, or members from a tier on. */
export const TierField = ({ minTier, onChange }: Props) => (
  <View className="scope-field">
    {[null, ...TIERS].map((tier) => (
      <Choice key={tier ?? ''} isOnCard isSelected={tier === minTier} onTap={() => onChange(tier)}>
        {tier === null ? '所有人' : audienceCopy(tier)}
      </Choice>
    ))}
  </View>
)
