import { specWords } from '@core/domain/catalog/product'
import type { FormError, ProductForm } from './form'

/** The parts of the editor, as they stand one below the other. */
export type Part = 'basics' | 'skus' | 'words' | 'sale' | 'options'

/** The first step of a path → the part of the editor it is in, and what it is called there. */
const FIELDS: Record<string, { part: Part; name: string }> = {
  title: { part: 'basics', name: '商品名' },
  subtitle: { part: 'basics', name: '一句话介绍' },
  categoryId: { part: 'basics', name: '分类' },
  brand: { part: 'basics', name: '品牌' },
  tags: { part: 'basics', name: '标签' },
  pictures: { part: 'basics', name: '图片' },
  keywords: { part: 'basics', name: '搜索词' },
  sort: { part: 'sale', name: '位置' },
  dimensions: { part: 'skus', name: '规格' },
  skus: { part: 'skus', name: '款式' },
  description: { part: 'words', name: '说说它' },
  details: { part: 'words', name: '图文详情' },
  guide: { part: 'words', name: '使用指南' },
  attributes: { part: 'words', name: '参数' },
  launchAt: { part: 'sale', name: '开售时间' },
  earlyAccess: { part: 'sale', name: '优先购买' },
  limits: { part: 'sale', name: '限购' },
  fields: { part: 'options', name: '定制内容' },
  services: { part: 'options', name: '附加服务' },
}

/** The last step of a path → the column it is. */
const COLUMNS: Partial<Record<string, string>> = {
  priceFen: '价格',
  marketFen: '划线价',
  weightGrams: '重量',
  openingStock: '库存',
  code: '编码',
  picture: '图片',
  values: '选项',
  name: '名字',
  label: '名字',
  choices: '可选项',
  maxLength: '字数',
  perMember: '每人',
  perOrder: '每单',
  from: '时间',
  note: '说明',
  text: '文字',
}

/** What is wrong, by its code. */
const REASONS: Partial<Record<string, string>> = {
  MISSING: '还没填',
  NUMBER_ODD: '要填数字',
  INVALID_INPUT: '不合适，看看字数和大小',
  CATEGORY_MISSING: '已经不在了，重新选一个',
  TAG_MISSING: '有一个已经不在了，重新选',
  SKU_TAKEN: '和别的商品重了，重新生成一次',
  DIMENSION_TWICE: '写了两次',
  SKU_MISMATCH: '和规格对不上，重新生成一次',
  SKU_TWICE: '有两款一样',
  MARKET_BELOW_PRICE: '要高于价格，没有就空着',
  EARLY_WITHOUT_LAUNCH: '要先定开售时间',
  EARLY_AFTER_LAUNCH: '要早于开售时间',
  ORDER_ABOVE_MEMBER: '不能多过每人限购',
  FIELD_TWICE: '写了两次',
  CHOICES_ODD: '至少写一项，不能重复',
  SERVICE_TWICE: '写了两次',
}

/** What is wrong with a form, where, and in words: 「月白 · 80ml」的价格还没填. */
export function errorCopy(form: ProductForm, fault: FormError): { part: Part; words: string } {
  const [root = '', ...steps] = fault.field.split('.')
  const { part, name } = FIELDS[root] ?? { part: 'basics' as const, name: '这件商品' }
  const row = Number(steps[0])
  const column = COLUMNS[steps.at(-1) ?? '']
  const isRow = Number.isInteger(row) && steps.length > 0
  const place = isRow ? rowWords(form, { root, row, name }) : name
  const where = column === undefined ? place : `${place}的${column}`
  return { part, words: `${where}${REASONS[fault.code] ?? '不合适'}` }
}

type Place = { root: string; row: number; name: string }

function rowWords(form: ProductForm, { root, row, name }: Place): string {
  const values = root === 'skus' ? form.skus[row]?.values : undefined
  return values && values.length > 0 ? `「${specWords(values)}」` : `${name}第 ${row + 1} 项`
}
