import type { ArticleCard } from '@core/contract/content'
import { Text, View } from '@tarojs/components'
import { ArticleRow } from '@/components/article-row'
import { Icon } from '@/components/icon'
import { tappable } from '@/components/tappable'
import { today } from '@/services/clock'
import { go } from '@/services/route'

type Props = { articles: ArticleCard[] }

/** The latest articles, and the way to the others. */
export const ArticlesBlock = ({ articles }: Props) => (
  <View>
    <View className="home__heading">
      <Text>小铺手记</Text>
      <View className="home__coupons" {...tappable('全部手记', 'link')} onClick={go.articles}>
        全部
        <Icon name="next" />
      </View>
    </View>
    <View className="home__articles">
      {articles.map((article) => (
        <ArticleRow key={article.id} article={article} today={today()} onOpen={go.article} />
      ))}
    </View>
  </View>
)
