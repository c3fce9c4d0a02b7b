/**
 * Every ability of WeChat that the mini program uses: from which base library it is there, what
 * must be declared for it and where, and what the person is told when it is refused. The pages take
 * their words from here; `tests/weapp/wechat-apis.test.ts` holds it against the compiled package.
 *
 * Sources: the comments of miniprogram-api-typings 5.2.3 (`since`); WeChat docs, framework/
 * user-privacy (the guide's entries, errors 103, 104 and 112) and community doc
 * 000a02f2c5026891650e7f40351c01 (`requiredPrivateInfos`).
 */

/** The entries of the privacy guide (公众平台 → 设置 → 服务内容声明) that this shop declares. */
export const PRIVACY_ENTRIES = {
  昵称头像: '收集你的昵称、头像，用于在会员中心、评价和客服会话里称呼你',
  地址: '收集你的地址，用于把订单送到',
  照片: '收集你选中的照片或视频信息，用于评价、售后凭证和客服留言',
  剪切板: '写入你的剪切板，用于复制快递单号和退货地址',
  手机号: '收集你的手机号，用于快递联系你和查询订单',
  订单: '收集你的订单信息，用于发货、售后和会员积分',
} as const

/** An entry of the privacy guide. */
export type PrivacyEntry = keyof typeof PRIVACY_ENTRIES

/** What must be declared before WeChat allows an ability; what is absent is not needed. */
export type Declaration = {
  /** Its place in `app.json`. */
  appJson?: 'requiredPrivateInfos'
  privacy?: PrivacyEntry
  /** To be applied for in the console: 开发管理 → 接口设置. */
  isAppliedFor?: true
}

/** The words when an ability is refused: what did not work, and the other way. */
export type RefusalCopy = { failed: string; instead: string }

/** `since`: the base library it needs; `null` where WeChat's documents name none. */
type WechatApi = { since: string | null; declare?: Declaration; refused?: RefusalCopy }

/** Abilities that a person or WeChat may refuse. */
export const REFUSABLE_APIS = {
  chooseAddress: {
    since: '1.1.0',
    declare: { appJson: 'requiredPrivateInfos', privacy: '地址', isAppliedFor: true },
    refused: { failed: '微信地址簿没有打开', instead: '地址可以在下面手填' },
  },
  chooseMedia: {
    since: '2.10.0',
    declare: { privacy: '照片' },
    refused: { failed: '相册和相机没有打开', instead: '可以先写文字，照片以后再加' },
  },
  setClipboardData: {
    since: '1.1.0',
    declare: { privacy: '剪切板' },
    refused: { failed: '没有复制成', instead: '长按文字也可以选' },
  },
  scanCode: {
    since: '1.0.0',
    declare: { privacy: '照片' },
    refused: { failed: '扫不了', instead: '请把单号输进去' },
  },
  requestSubscribeMessage: {
    since: '2.4.4',
    refused: { failed: '消息没有开', instead: '进展在我的页面里看' },
  },
  requestPayment: {
    since: null,
    refused: { failed: '微信支付没有打开', instead: '订单给你留着，在订单里再付' },
  },
} as const satisfies Record<string, WechatApi & { refused: RefusalCopy }>

/** An ability that may be refused. */
export type RefusableApi = keyof typeof REFUSABLE_APIS

/** Abilities that ask nobody: they need no declaration, and no page waits for their answer. */
export const PLAIN_APIS = {
  'cloud.init': '2.2.3',
  'cloud.callFunction': '2.2.3',
  'cloud.uploadFile': '2.2.3',
  createIntersectionObserver: '1.9.3',
  createSelectorQuery: '1.4.0',
  disableAlertBeforeUnload: '2.12.0',
  enableAlertBeforeUnload: '2.12.0',
  getMenuButtonBoundingClientRect: '2.1.0',
  getStorageSync: '1.9.6',
  getSystemInfoSync: '1.9.6',
  getWindowInfo: '2.20.1',
  navigateBack: '2.1.0',
  navigateTo: '2.2.2',
  nextTick: '2.2.3',
  onError: '2.1.2',
  onPageNotFound: '2.1.2',
  onUnhandledRejection: '2.10.0',
  previewImage: '1.9.6',
  redirectTo: '2.2.2',
  removeTabBarBadge: '1.9.0',
  request: '1.9.6',
  setStorageSync: '1.9.6',
  setTabBarBadge: '1.9.0',
  showModal: '1.9.6',
  showToast: '1.9.6',
  stopPullDownRefresh: '1.5.0',
  switchTab: '2.3.1',
  uploadFile: '1.9.6',
} as const satisfies Record<string, string>

/** Buttons with WeChat's `openType`: WeChat itself answers the tap. */
export const OPEN_TYPES = {
  chooseAvatar: {
    since: '2.21.2',
    declare: { privacy: '昵称头像' },
    refused: { failed: '头像没有换成', instead: '名字可以照常改' },
  },
  contact: { since: '1.1.0' },
  share: { since: '1.2.0' },
} as const satisfies Record<string, WechatApi>

/** Entries of the privacy guide for what the shop asks in forms of its own. */
export const ASKED_IN_FORMS: readonly PrivacyEntry[] = ['手机号', '订单']
