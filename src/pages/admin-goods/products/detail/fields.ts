import type { SaveProductInput } from '@core/contract/products'
import type { DetailBlock, SpecDimension } from '@core/domain/catalog/product'
import type { Tier } from '@core/domain/members/sections'
import type { FieldSpecs } from '@/pages/admin/form/field-spec'
import type { SkuForm } from './matrix'

/** A customisation that customers fill in, as the form holds it. */
export type CustomisationForm = {
  id: string
  label: string
  kind: 'text' | 'choice'
  choices: string
  maxLength: string
  isRequired: boolean
}

/** A paid service as the form holds it. */
export type ServiceForm = { id: string; name: string; price: string; note: string }

/** A product in its editor, with numbers and lists as texts until they are saved. */
export type ProductForm = Pick<
  SaveProductInput,
  | 'id'
  | 'categoryId'
  | 'brand'
  | 'tags'
  | 'title'
  | 'subtitle'
  | 'pictures'
  | 'description'
  | 'guide'
  | 'attributes'
  | 'isOnSale'
  | 'isSample'
  | 'launchAt'
> & {
  details: DetailBlock[]
  dimensions: SpecDimension[]
  keywords: string
  /** Its place on the shelf, changed on a page of its own. */
  sort: number
  earlyTier: Tier | null
  earlyFrom: number | null
  perMember: string
  perOrder: string
  fields: CustomisationForm[]
  services: ServiceForm[]
  skus: SkuForm[]
  /** SKUs that the options no longer make; not sent. */
  spareSkus: SkuForm[]
  /** A category that is saved with the product when it is the one chosen. */
  newCategory: { id: string; name: string }
}

/** What every section of the editor is given. */
export type SectionProps = { form: ProductForm; onChange(part: Partial<ProductForm>): void }

/** The same, for a section that leads to another one. */
export type OpenSection = SectionProps & { onSection(section: Section): void }

/** The sections of the editor, in their order. */
export type Section = 'basics' | 'skus' | 'content' | 'sale' | 'options'

export const BASIC_FIELDS = {
  title: { input: 'text', path: 'title', label: '商品名', max: 30, placeholder: '最多 30 个字' },
  subtitle: {
    input: 'text',
    path: 'subtitle',
    label: '一句话',
    max: 60,
    placeholder: '它好在哪里',
    isOptional: true,
  },
  brand: {
    input: 'text',
    path: 'brand',
    label: '品牌',
    max: 20,
    placeholder: '可不填',
    isOptional: true,
  },
  keywords: {
    input: 'text',
    path: 'keywords',
    label: '搜索词',
    max: 200,
    placeholder: '用空格分开，如 绿茶 送礼',
    isOptional: true,
  },
} as const satisfies FieldSpecs<ProductForm>

export const SALE_FIELDS = {
  isOnSale: { input: 'checkbox', path: 'isOnSale', label: '上架' },
  isSample: { input: 'checkbox', path: 'isSample', label: '体验装，随单选用' },
  perMember: {
    input: 'whole',
    path: 'limits.perMember',
    label: '每人',
    max: 5,
    unit: '件',
    placeholder: '不限',
    empty: null,
  },
  perOrder: {
    input: 'whole',
    path: 'limits.perOrder',
    label: '每单',
    max: 5,
    unit: '件',
    placeholder: '不限',
    empty: null,
  },
} as const satisfies FieldSpecs<ProductForm>

export const CUSTOMISATION_FIELDS = {
  label: {
    input: 'text',
    path: 'label',
    label: '名字',
    max: 10,
    placeholder: '如 刻字',
    isOptional: true,
  },
  choices: {
    input: 'text',
    path: 'choices',
    label: '可选项',
    max: 200,
    placeholder: '用空格分开，如 红 白',
    isOptional: true,
  },
  maxLength: {
    input: 'whole',
    path: 'maxLength',
    label: '最多几字',
    name: '字数',
    max: 2,
    placeholder: '8',
    unit: '字',
    empty: 1,
  },
  isRequired: { input: 'checkbox', path: 'isRequired', label: '必须填' },
} as const satisfies FieldSpecs<CustomisationForm>

export const SERVICE_FIELDS = {
  name: {
    input: 'text',
    path: 'name',
    label: '名字',
    max: 12,
    placeholder: '如 礼品包装',
    isOptional: true,
  },
  price: {
    input: 'amount',
    path: 'priceFen',
    label: '价格',
    max: 10,
    placeholder: '如 12',
    empty: 0,
  },
  note: {
    input: 'text',
    path: 'note',
    label: '说明',
    max: 40,
    placeholder: '可不填',
    isOptional: true,
  },
} as const satisfies FieldSpecs<ServiceForm>

export const SKU_FIELDS = {
  price: {
    input: 'amount',
    path: 'priceFen',
    label: '价格',
    max: 10,
    placeholder: '如 68 或 12.80',
  },
  market: {
    input: 'amount',
    path: 'marketFen',
    label: '划线价',
    max: 10,
    placeholder: '可不填',
    empty: null,
  },
  stock: {
    input: 'whole',
    path: 'openingStock',
    label: '库存',
    max: 7,
    placeholder: '现在有多少',
    unit: '件',
    empty: 0,
  },
  weight: {
    input: 'whole',
    path: 'weightGrams',
    label: '重量',
    unit: '克',
    max: 7,
    placeholder: '算运费用',
    empty: 0,
  },
  code: {
    input: 'text',
    path: 'code',
    label: '编码',
    max: 32,
    placeholder: '自己的编号，可不填',
    isOptional: true,
  },
  isOnSale: { input: 'checkbox', path: 'isOnSale', label: '卖这一款' },
} as const satisfies FieldSpecs<SkuForm>
