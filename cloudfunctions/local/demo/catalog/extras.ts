import type { SaveProductInput } from '@core/contract/products'
import type { CustomField, DetailBlock, Service } from '@core/domain/catalog/product'
import type { PictureName } from '../pictures'
import type { TagId } from './categories'

/** The optional fields of a demo product. */
export type Extras = {
  /** The subcategory within the category of its file. */
  category?: string
  brand?: string
  tags?: readonly TagId[]
  guide?: readonly string[]
  details?: readonly DetailBlock[]
  limits?: SaveProductInput['limits']
  fields?: readonly CustomField[]
  services?: readonly Service[]
  isSample?: true
}

const heading = (text: string): DetailBlock => ({ kind: 'heading', text })
const text = (content: string): DetailBlock => ({ kind: 'text', text: content })
const picture = (name: PictureName, alt: string): DetailBlock => ({
  kind: 'picture',
  picture: name,
  alt,
})

/** Gift wrapping. */
const WRAP: Service = {
  id: 'wrap',
  name: '礼品包装',
  priceFen: 12_00,
  note: '棉纸、麻绳和一枝干花',
}
/** A card that the shop writes by hand. */
const CARD: Service = { id: 'card', name: '手写卡片', priceFen: 3_00, note: '写什么在备注里说' }

/** The colour of the ribbon. */
const RIBBON: CustomField = {
  id: 'ribbon',
  label: '丝带',
  kind: 'choice',
  choices: ['米白', '墨绿', '胭脂'],
  maxLength: 10,
  isRequired: false,
}
/** Letters that the potter cuts into the foot of a piece. */
const ENGRAVING: CustomField = {
  id: 'engraving',
  label: '底款刻字',
  kind: 'text',
  choices: [],
  maxLength: 6,
  isRequired: false,
}

const TEA_GUIDE = ['烧水，凉到该有的温度', '先温杯，再投茶，闻一闻干香', '第一泡短，往后每泡加几秒']

/** Product id → its extras. */
export const EXTRAS: Readonly<Record<string, Extras>> = {
  longjing: {
    category: 'tea-green',
    brand: '梅家坞周家',
    tags: ['gift', 'seasonal', 'origin'],
    guide: [
      '水烧开，凉到 80 度',
      '玻璃杯投 3 克，先注水三分之一',
      '等叶子醒了再添满，喝到一半续水',
    ],
    details: [
      heading('一片朝东的老茶园'),
      text('群体种，芽叶不齐，香气却厚。坡上没有别的树，早上六点就有太阳。'),
      picture('leaf', '刚摘下的芽叶'),
      heading('手炒'),
      text('当天摊青，当晚手炒，一锅二两。炒茶的是 61 岁的周师傅，一个春天炒不了多少。'),
      picture('teapot', '一壶泡开的龙井'),
    ],
    limits: { perMember: 6, perOrder: 4 },
    services: [WRAP, CARD],
    fields: [RIBBON],
  },
  'tea-sampler': { category: 'tea-oolong', brand: '山野自选', tags: ['daily'], isSample: true },
  shoumei: { category: 'tea-aged', brand: '磻溪白', tags: ['origin'], guide: TEA_GUIDE },
  rougui: { category: 'tea-oolong', brand: '碧石岩茶', tags: ['origin'], guide: TEA_GUIDE },
  dianhong: { category: 'tea-oolong', tags: ['breakfast', 'daily'] },
  'osmanthus-oolong': { category: 'tea-green', tags: ['gift', 'share'], services: [WRAP] },
  'citrus-puer': { category: 'tea-aged', tags: ['daily', 'origin'] },
  'buckwheat-tea': { category: 'tea-green', tags: ['daily', 'low-sugar'] },
  'qinling-honey': {
    category: 'honey-raw',
    brand: '秦岭蜂场',
    tags: ['daily', 'origin'],
    guide: ['温水冲，不要超过 60 度', '用干的勺子取，盖好', '冬天结晶是好事，隔水温一温就化'],
    details: [
      heading('一年只取一次'),
      text('海拔 1200 米，百花都开过了才取。留一半给蜂过冬。'),
      picture('bee', '蜂场的一只蜂'),
    ],
    services: [WRAP, CARD],
  },
  'linden-honey': { category: 'honey-raw', brand: '长白山林场', tags: ['gift', 'origin'] },
  'slow-jam': { category: 'honey-spread', tags: ['breakfast', 'handmade'] },
  'peanut-butter': { category: 'honey-spread', tags: ['breakfast', 'low-sugar'] },
  'sesame-paste': { category: 'honey-spread', tags: ['breakfast', 'low-sugar'] },
  'chili-oil': { category: 'honey-spicy', tags: ['daily', 'origin'] },
  'jizong-oil': { category: 'honey-spicy', tags: ['gift', 'seasonal'] },
  'salt-cookie': { category: 'pastry-west', tags: ['share', 'handmade'] },
  croissant: {
    category: 'pastry-west',
    tags: ['breakfast', 'handmade'],
    guide: ['不用解冻，烤箱预热到 180 度', '18 分钟，表面金黄就好', '出炉晾三分钟再切'],
  },
  'pineapple-cake': { category: 'pastry-east', tags: ['gift', 'share'], services: [WRAP, CARD] },
  'caramel-custard': { category: 'pastry-west', tags: ['share'] },
  'rose-cake': { category: 'pastry-east', tags: ['gift', 'origin'], services: [WRAP] },
  'chestnut-cake': { category: 'pastry-east', tags: ['seasonal', 'low-sugar'] },
  sourdough: { category: 'pastry-west', tags: ['breakfast', 'daily'] },
  'nori-cracker': { category: 'pastry-east', tags: ['share'] },
  'stoneware-jar': {
    brand: '龙泉拾土',
    tags: ['gift', 'handmade'],
    guide: ['第一次用，沸水煮 10 分钟', '晾干再放茶', '软木塞不沾油，脏了换一枚'],
    details: [
      heading('火给的样子'),
      text('还原焰烧 1280 度，柴灰釉有落灰，月白釉有开片，每只都不一样。'),
      picture('amphora', '一只柴灰釉的罐子'),
      heading('可以刻字'),
      text('在底足刻六个字以内，名字、日子都好。刻字的多等三天，不能退换。'),
    ],
    fields: [ENGRAVING],
    services: [WRAP, CARD],
  },
  'rice-bowl': {
    brand: '景德镇小作',
    tags: ['handmade', 'daily'],
    fields: [ENGRAVING],
    services: [WRAP],
  },
  'soy-candle': { tags: ['gift', 'handmade'], services: [WRAP] },
  'wool-scarf': { tags: ['gift', 'seasonal'], services: [WRAP, CARD] },
  'bamboo-basket': { tags: ['handmade', 'daily'] },
  'olive-soap': { tags: ['handmade', 'daily'] },
  cherries: { tags: ['seasonal', 'gift'], limits: { perMember: null, perOrder: 10 } },
  wogan: { tags: ['seasonal', 'daily'] },
  'shine-muscat': { tags: ['seasonal', 'share'] },
  'luochuan-apple': { tags: ['daily', 'origin'] },
  'weekly-flowers': { tags: ['gift', 'share'], services: [CARD] },
  'hyacinth-bulb': { tags: ['seasonal'] },
}
