import type { MemberDetail } from '@core/contract/customers'
import { CHANNELS } from '@core/domain/members/facts'
import { type Day, dayOf, daysBetween } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { formatDate } from '@/copy/dates'
import { CHANNEL_COPY, purchaseIntervalFigure, purchaseIntervalNote } from '@/copy/lifecycle'
import { formatAmount, formatCount } from '@/copy/numbers'
import { UNREADABLE_PHONE_COPY } from '@/copy/unreadable'
import { RecencyTag, StageTag, TierTag } from '@/pages/admin/tags'
import './profile-card.scss'

type ProfileCardProps = { member: MemberDetail; today: Day }

/** Profile and key numbers of a customer. */
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
          <Text className="profile-card__note">{originCopy(member, today)}</Text>
          <Text className="profile-card__note">{detailCopy(member)}</Text>
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

/** Channel and first contact of a customer, in one line. */
function originCopy(member: MemberDetail, today: Day): string {
  const channel = CHANNELS.find((known) => known === member.channel)
  const parts = [
    member.isPhoneUnreadable ? UNREADABLE_PHONE_COPY : member.phone,
    channel && `来自${CHANNEL_COPY[channel]}`,
    member.externalId && `原编号 ${member.externalId}`,
    member.joinedAt === null
      ? `${formatDate(dayOf(member.firstContactAt), today)}初次来`
      : `${formatDate(dayOf(member.joinedAt), today)}入会`,
  ]
  return parts.filter(Boolean).join(' · ')
}

/** Further data of a customer; the birthday without its year. */
function detailCopy({ birthday, cardNumber }: MemberDetail): string {
  const parts = [
    cardNumber && `卡号 ${cardNumber}`,
    birthday && `生日 ${formatDate(birthday, birthday)}`,
  ]
  return parts.filter(Boolean).join(' · ')
}
