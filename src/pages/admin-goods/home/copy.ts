import type { SaveHomeError } from '@core/contract/home-content'
import {
  type Banner,
  type HomeBlock,
  isBannerShown,
  type LinkKind,
} from '@core/domain/storefront/home'
import type { Day, Instant } from '@core/kernel/calendar'
import { formatMoment } from '@/copy/dates'
import { failureLine } from '@/copy/failures'
import { fieldErrorCopy } from '@/pages/admin/form/error-copy'
import type { FieldError } from '@/pages/admin/form/form-reader'
import type { CallFailure } from '@/services/call'

/** What the parts of home are called, and what is in them. */
export const BLOCK_COPY = {
  banners: ['横幅', '上面编辑的大图'],
  categories: ['分类', '一排一级分类'],
  welcome: ['新客券', '没下过单的人看到能领的券'],
  limited: ['限时价', '最先结束的限时价和倒计时'],
  greeting: ['会员卡片', '积分和等级，或邀请入会'],
  fresh: ['新品', '最近上新的 8 件'],
  articles: ['手记', '最近发布的 3 篇'],
  products: ['全部商品', '一直往下翻的列表，总在最后'],
} as const satisfies Record<HomeBlock, readonly [name: string, note: string]>

/** What a banner may lead to. */
export const LINK_COPY = {
  product: '商品',
  category: '分类',
  article: '手记',
  promotion: '活动',
} as const satisfies Record<LinkKind, string>

/** Whether customers see a banner now, and if not, why. */
export function bannerState(banner: Banner, now: Instant, today: Day): string {
  const { isOn, from, until } = banner
  if (!isOn) return '已关'
  if (isBannerShown(banner, now)) {
    return until === null ? '显示中' : `显示中，到 ${formatMoment(until, today)}`
  }
  return from !== null && from > now ? `${formatMoment(from, today)} 起显示` : '已过期'
}

/** What is wrong with the form, and where. */
export const errorCopy = (error: FieldError): string =>
  fieldErrorCopy(error, {
    names: {
      title: '标题',
      picture: '图片',
      until: '结束时间',
      shopName: '店名',
      link: '跳转',
      hotWords: '热搜词',
    },
    reasons: { ENDS_FIRST: '要晚于开始时间', LINK_UNKNOWN: '已经看不到了，重新选' },
    row: '张横幅',
    whole: '有一处',
  })

/** Why home was not saved. */
export function refusalCopy(error: SaveHomeError | CallFailure): string {
  switch (error.code) {
    case 'STALE':
      return '别人刚改过首页，返回再打开'
    case 'LINK_UNKNOWN':
    case 'INVALID_INPUT':
      return errorCopy(error)
    default:
      return failureLine(error)
  }
}
