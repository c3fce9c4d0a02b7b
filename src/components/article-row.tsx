import type { ArticleCard } from '@core/contract/content'
import { type Day, dayOf } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { formatDay } from '@/copy/dates'
import { Picture } from './picture'
import { tappable } from './tappable'
import './article-row.scss'

type Props = { article: ArticleCard; today: Day; onOpen(id: string): void }

/** An article in a list: cover, title, summary, date. */
export function ArticleRow({ article, today, onOpen }: Props) {
  const { id, title, summary, cover, publishedAt } = article
  return (
    <View className="article-row" {...tappable(title, 'link')} onClick={() => onOpen(id)}>
      <Picture name={cover} alt="" frame="thumb" />
      <View className="article-row__words">
        <Text className="article-row__title">{title}</Text>
        {summary !== '' && <Text className="article-row__summary">{summary}</Text>}
        <Text className="article-row__when">{formatDay(dayOf(publishedAt), today)}</Text>
      </View>
    </View>
  )
}
