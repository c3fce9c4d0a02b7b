import { specText } from '@core/domain/catalog/product'
import { errorReason } from '@/pages/admin/form/error-copy'
import { namesOf } from '@/pages/admin/form/field-spec'
import type { FieldError } from '@/pages/admin/form/form-reader'
import {
  CUSTOMISATION_FIELDS,
  type ProductForm,
  SALE_FIELDS,
  SERVICE_FIELDS,
  type Section,
  SKU_FIELDS,
} from './fields'

/** The section and the name of a field, by the first step of its path. */
const FIELDS: Record<string, { section: Section; name: string }> = {
  title: { section: 'basics', name: '商品名' },
  subtitle: { section: 'basics', name: '一句话介绍' },
  categoryId: { section: 'basics', name: '分类' },
  brand: { section: 'basics', name: '品牌' },
  tags: { section: 'basics', name: '标签' },
  pictures: { section: 'basics', name: '图片' },
  keywords: { section: 'basics', name: '搜索词' },
  dimensions: { section: 'skus', name: '规格' },
  skus: { section: 'skus', name: '款式' },
  description: { section: 'content', name: '说说它' },
  details: { section: 'content', name: '图文详情' },
  guide: { section: 'content', name: '使用指南' },
  attributes: { section: 'content', name: '参数' },
  launchAt: { section: 'sale', name: '开售时间' },
  earlyAccess: { section: 'sale', name: '优先购买' },
  limits: { section: 'sale', name: '限购' },
  fields: { section: 'options', name: '定制内容' },
  services: { section: 'options', name: '附加服务' },
}

/** What a field of a row is called, by the last step of its path. */
const COLUMNS: Partial<Record<string, string>> = {
  ...namesOf(SALE_FIELDS),
  ...namesOf(CUSTOMISATION_FIELDS),
  ...namesOf(SERVICE_FIELDS),
  ...namesOf(SKU_FIELDS),
  picture: '图片',
  values: '选项',
  from: '时间',
  text: '文字',
}

const REASONS = {
  CATEGORY_MISSING: '已经不在了，重新选一个',
  TAG_MISSING: '有一个已经不在了，重新选',
  SKU_TAKEN: '和别的商品重了，去掉规格再加一次',
  DIMENSION_TWICE: '写了两次',
  SKU_MISMATCH: '和规格对不上，减几个选项再存',
  SKU_TWICE: '有两款一样',
  MARKET_BELOW_PRICE: '要高于价格，没有就空着',
  EARLY_WITHOUT_LAUNCH: '要先定开售时间',
  EARLY_AFTER_LAUNCH: '要早于开售时间',
  ORDER_ABOVE_MEMBER: '不能多过每人限购',
  FIELD_TWICE: '写了两次',
  CHOICES_ODD: '至少写一项，不能重复',
  SERVICE_TWICE: '写了两次',
}

/** What is wrong with a product, and in which section. */
export type EditorIssue = { section: Section; text: string }

/** What is wrong with a form, and where: 「月白 · 80ml」的价格还没填. */
export function errorCopy(form: ProductForm, error: FieldError): EditorIssue {
  const [root = '', ...steps] = error.field.split('.')
  const { section, name } = FIELDS[root] ?? { section: 'basics' as const, name: '这件商品' }
  const row = Number(steps[0])
  const column = COLUMNS[steps.at(-1) ?? '']
  const isRow = Number.isInteger(row) && steps.length > 0
  if (root === 'skus' && form.dimensions.length === 0 && isOnBasics(column)) {
    return { section: 'basics', text: `${column}${errorReason(error.code, REASONS)}` }
  }
  const place = isRow ? rowName(form, { root, row, name }) : name
  const where = column === undefined ? place : `${place}的${column}`
  return { section, text: `${where}${errorReason(error.code, REASONS)}` }
}

/** Price and stock of a product without options are typed beside its name. */
const isOnBasics = (column: string | undefined): column is string =>
  column === SKU_FIELDS.price.label || column === SKU_FIELDS.stock.label

type Place = { root: string; row: number; name: string }

function rowName(form: ProductForm, { root, row, name }: Place): string {
  const values = root === 'skus' ? form.skus[row]?.values : undefined
  return values && values.length > 0 ? `「${specText(values)}」` : `${name}第 ${row + 1} 项`
}
