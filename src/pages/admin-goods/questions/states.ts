import type { QuestionState } from '@core/domain/questions/question'

export const STATE_COPY = {
  waiting: '待回答',
  private: '仅提问人可见',
  public: '已公开',
  hidden: '已隐藏',
} as const satisfies Record<QuestionState, string>

export const EMPTY_COPY = {
  waiting: { title: '都答完了', note: '有人在商品页提问，会出现在这里' },
  private: { title: '没有只给提问人看的', note: '回答时不公开的会出现在这里' },
  public: { title: '还没有公开的问答', note: '回答时选「公开」，大家就能看到' },
  hidden: { title: '没有隐藏的提问', note: '隐藏时写下的理由，提问人自己看得到' },
} as const satisfies Record<QuestionState, { title: string; note: string }>

export const COMMON_HIDE_REASONS = ['与商品无关', '广告、引流', '重复的问题'] as const
