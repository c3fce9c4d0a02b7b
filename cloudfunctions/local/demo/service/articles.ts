import type { SaveArticleInput } from '@core/contract/content'
import type { PictureName } from '../pictures'

type Block = SaveArticleInput['blocks'][number]

const heading = (text: string): Block => ({ kind: 'heading', text })
const text = (content: string): Block => ({ kind: 'text', text: content })
const picture = (name: PictureName, alt: string): Block => ({ kind: 'picture', picture: name, alt })
const cover = (name: PictureName): PictureName => name

type DemoArticle = Omit<SaveArticleInput, 'version' | 'isPublished' | 'tags'> & { daysAgo: number }

/** The articles of the demo shop, and how many days ago they were published. */
export const articles: readonly DemoArticle[] = [
  {
    id: 'brew-longjing',
    daysAgo: 380,
    title: '明前龙井，怎么泡不苦',
    summary: '水温、器皿、先后，三件事',
    cover: cover('tea-cup'),
    productIds: ['longjing', 'tea-sampler'],
    blocks: [
      text('龙井苦，多半不是茶的错，是水太烫。明前的芽嫩，滚水一冲，涩味先出来，香气反倒闷住了。'),
      heading('水：八十度'),
      text('水开之后敞着盖晾三四分钟，或者先倒进公道杯里转一圈，就差不多了。'),
      picture('teapot', '晾着水的壶'),
      heading('杯：一只玻璃杯就够'),
      text('三克茶，先注三分之一的水，晃一晃，等叶子醒了再添满。叶子一根根立起来，看着也好。'),
      heading('喝到三分之一就添'),
      text('别等喝干。留着底再添水，第二泡、第三泡味道才接得上。三泡之后淡了，就换一杯。'),
    ],
  },
  {
    id: 'honey-crystals',
    daysAgo: 250,
    title: '蜂蜜结晶了，是好事',
    summary: '为什么会变白，怎么让它化开',
    cover: cover('honey-pot'),
    productIds: ['qinling-honey', 'linden-honey'],
    blocks: [
      text('天一冷，瓶子里的蜜从底下开始变白、变稠，像猪油。每年这时候都有人来问是不是掺了糖。'),
      heading('它只是冷了'),
      text('蜜里的葡萄糖遇冷会析出来，十三四度最快。椴树蜜、洋槐蜜各有各的脾气，早晚都会来。'),
      picture('bee', '采蜜的蜂'),
      heading('想让它化开'),
      text(
        '连瓶泡在四十度以下的温水里，换两次水。别用微波炉，也别用开水，香气会跑。\n不化也行，抹面包正好。',
      ),
    ],
  },
  {
    id: 'keep-cherries',
    daysAgo: 160,
    title: '樱桃到家，先做这三件事',
    summary: '开箱、冷藏、别急着洗',
    cover: cover('cherries'),
    productIds: ['cherries'],
    blocks: [
      text('樱桃路上最怕闷。到家先把箱盖打开透十分钟，挑出碰伤的，先吃掉。'),
      heading('带梗，不洗，冷藏'),
      text('垫一张厨房纸，带着梗平铺进盒子，盖留一条缝，放冷藏室。能放五天，三天内最好吃。'),
      heading('吃的时候再洗'),
      text('流水冲一冲就好，不必盐水泡。洗过的当天吃完。'),
    ],
  },
  {
    id: 'plant-tulips',
    daysAgo: 40,
    title: '十一月，种下明年春天',
    summary: '郁金香和风信子，种球这样埋',
    cover: cover('tulip'),
    productIds: ['tulip-bulb', 'hyacinth-bulb'],
    blocks: [
      text('种球要睡一觉冷的才肯开花。十一月中到十二月，夜里降到十度以下，就是下种的时候。'),
      heading('深度是三个球'),
      text('坑深是球的三倍高，尖头朝上。盆种的话，球和球之间留一个球的空。'),
      picture('hyacinth', '水培的风信子'),
      heading('浇透一次，然后忘了它'),
      text('种下浇透，之后土干再浇。放在外面受冻没关系，放在暖气边反倒不开。'),
    ],
  },
]
