import type { MemberDetail } from '@core/contract/customers'
import { CHANNELS } from '@core/domain/members/facts'
import { type Day, dayOf, daysBetween } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { formatDate } from '@/copy/dates'
import { CHANNEL_COPY, purchaseIntervalFigure, purchaseIntervalNote } from '@/copy/lifecycle'
import { formatAmount, formatCount } from '@/copy/numbers'
import { RecencyTag, StageTag, TierTag } from '@/pages/admin/tags'
import './profile-card.scss'

type ProfileCardProps = { member: MemberDetail; today: Day }

/** Who a customer is, and the four numbers an owner asks for first. */
export function ProfileCard({ member, today }: ProfileCardProps) {
  const { name, avatarUrl, tier, isMember, stage, recency: recency, lifecycle } = member
  const held = daysBetween(dayOf(lifecycle.recencySince), today)
  const isQuiet = recency === 'silent' || recency === 'lost'
  return (
    <View className="profile-card">
      <View className="profile-card__who">
        <Avatar name={name} url={avatarUrl} />
        <View className="profile-card__words">
          <View className="profile-card__line">
            <Text className="profile-card__name">{name}</Text>
            <TierTag tier={tier} isMember={isMember} />
            <StageTag stage={stage} />
            <RecencyTag recency={recency} days={isQuiet ? held : 0} />
          </View>
          <Text className="profile-card__note">{originWords(member, today)}</Text>
          <Text className="profile-card__note">{detailWords(member)}</Text>
        </View>
      </View>
      <View className="profile-card__figures">
        <Figure value={formatAmount(member.netFen)} name="累计净消费" />
        <Figure value={formatCount(member.keptOrders)} name="保留订单" />
        <Figure
          value={purchaseIntervalFigure(member.purchaseInterval)}
          name="购买间隔"
          note={purchaseIntervalNote(member.purchaseInterval)}
        />
        <Figure
          value={formatCount(member.points.available)}
          name="积分"
          note={member.points.pending > 0 ? `另 ${formatCount(member.points.pending)} 待到账` : ''}
        />
      </View>
    </View>
  )
}

type FigureProps = { value: string; name: string; note?: string }

const Figure = ({ value, name, note = '' }: FigureProps) => (
  <View className="profile-card__figure">
    <Text className="profile-card__value">{value}</Text>
    <Text className="profile-card__label">{name}</Text>
    {note !== '' && <Text className="profile-card__label">{note}</Text>}
  </View>
)

/** Where a customer came from and since when they are known, in one line. */
function originWords(member: MemberDetail, today: Day): string {
  const channel = CHANNELS.find((known) => known === member.channel)
  const parts = [
    member.phone,
    channel && `来自${CHANNEL_COPY[channel]}`,
    member.externalId && `原编号 ${member.externalId}`,
    member.joinedAt === null
      ? `${formatDate(dayOf(member.firstContactAt), today)}初次来`
      : `${formatDate(dayOf(member.joinedAt), today)}入会`,
  ]
  return parts.filter(Boolean).join(' · ')
}

/** What else is kept of a customer; a birthday is told without its year. */
function detailWords({ birthday, cardNumber }: MemberDetail): string {
  const parts = [
    cardNumber && `卡号 ${cardNumber}`,
    birthday && `生日 ${formatDate(birthday, birthday)}`,
  ]
  return parts.filter(Boolean).join(' · ')
}
