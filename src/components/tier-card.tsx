import type { MeView } from '@core/contract/account'
import { Text, View } from '@tarojs/components'
import { TIER_COPY } from '@/copy/lifecycle'
import { formatCount } from '@/copy/numbers'
import { missingCopy } from '@/copy/tiers'
import { Avatar } from './avatar'
import './tier-card.scss'

type Props = {
  member: Pick<MeView, 'nickname' | 'avatarUrl' | 'tier' | 'growth' | 'ahead' | 'program'>
  /** Second line under the name: member since, or the card number. */
  note: string
  onTap?(): void
}

/** A member's card in the colour of their tier, with the progress to the next tier. */
export function TierCard({ member, note, onTap }: Props) {
  const { nickname, avatarUrl, tier, growth, ahead, program } = member
  const share = ahead ? Math.min(100, Math.round((growth / ahead.atGrowth) * 100)) : 100
  return (
    <View className={`tier-card tier-card--${tier}`} onClick={onTap}>
      <View className="tier-card__who">
        <Avatar url={avatarUrl} name={nickname} />
        <View className="tier-card__names">
          <Text className="tier-card__name">{nickname}</Text>
          <Text className="tier-card__note">{`${TIER_COPY[tier]} · ${note}`}</Text>
        </View>
      </View>
      <View className="tier-card__growth">
        <Text>成长值</Text>
        <Text className="tier-card__number">{formatCount(growth)}</Text>
        {ahead && (
          <Text className="tier-card__ahead">
            {`${TIER_COPY[ahead.tier]} ${formatCount(ahead.atGrowth)}`}
          </Text>
        )}
      </View>
      <View className="tier-card__bar">
        <View className="tier-card__done" style={{ width: `${share}%` }} />
      </View>
      <Text className="tier-card__note">
        {ahead
          ? `${missingCopy(ahead, program)} · 等级只升不因花积分而降`
          : '已是最高等级，感谢一路相伴'}
      </Text>
    </View>
  )
}
