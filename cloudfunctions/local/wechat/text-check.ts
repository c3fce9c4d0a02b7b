import { randomUUID } from 'node:crypto'

/** WeChat's bound on the text of one check (WeChat docs, open API). */
const CONTENT_CHARS_MAX = 2500

/** Words that count as risky, with WeChat's label: enough to test how the shop reacts. */
const RISKY_WORDS: readonly { word: string; label: number }[] = [
  { word: '赌博', label: 20003 },
  { word: '博彩', label: 20003 },
  { word: '色情', label: 20002 },
  { word: '裸聊', label: 20002 },
  { word: '诈骗', label: 20008 },
  { word: '刷单', label: 20008 },
  { word: '傻逼', label: 20006 },
  { word: '毒品', label: 20012 },
  { word: '加微信返现', label: 10001 },
]

/** Words that WeChat would have a person look at. */
const DOUBTFUL_WORDS: readonly { word: string; label: number }[] = [
  { word: '加我微信', label: 10001 },
  { word: '最便宜的药', label: 20013 },
]

const LABEL_NORMAL = 100

const labelOf = (content: string) => {
  const isIn = ({ word }: { word: string }) => content.includes(word)
  const risky = RISKY_WORDS.find(isIn)
  if (risky) return { ...risky, suggest: 'risky' }
  const doubtful = DOUBTFUL_WORDS.find(isIn)
  return doubtful ? { ...doubtful, suggest: 'review' } : { label: LABEL_NORMAL, suggest: 'pass' }
}

/** `security.msgSecCheck`, version 2: a word list stands in for WeChat's model. */
export const checkText = (args: Record<string, unknown>): Record<string, unknown> => {
  const { version, scene, openid, content } = args
  if (version !== 2) return { errcode: 44990, errmsg: 'version 2 is required' }
  if (![1, 2, 3, 4].includes(scene as number)) return { errcode: 47001, errmsg: 'invalid scene' }
  if (typeof openid !== 'string' || openid === '') {
    return { errcode: 40003, errmsg: 'invalid openid' }
  }
  if (typeof content !== 'string' || content === '') {
    return { errcode: 44002, errmsg: 'empty content' }
  }
  if ([...content].length > CONTENT_CHARS_MAX) {
    return { errcode: 45002, errmsg: 'content size out of limit' }
  }
  const { suggest, label, ...hit } = labelOf(content)
  return {
    errcode: 0,
    errmsg: 'ok',
    trace_id: randomUUID(),
    result: { suggest, label },
    detail: [
      {
        strategy: 'keyword',
        errcode: 0,
        suggest,
        label,
        ...('word' in hit && { keyword: hit.word }),
      },
    ],
  }
}
