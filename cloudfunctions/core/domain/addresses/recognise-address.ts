import { mobileOf } from '@core/kernel/phone'
import { tidyText } from '@core/kernel/readable-text'
import type { Address } from './address'
import { type FoundRegion, findRegion, type Region } from './region'

/** Stands where something was taken out: what is on its two sides does not belong together. */
const CUT = '\n'
/** Before what is labelled as a name. */
const NAME_MARK = '\u0001'

const NAME_LABELS = '收货人姓名|收件人姓名|收货人|收件人|联系人|姓名|名字'
const PHONE_LABELS = '手机号码|手机号|联系电话|联系方式|电话号码|手机|电话'
const PLACE_LABELS =
  '收货地址|收件地址|详细地址|街道地址|所在地区|所在省市|所在区域|收货地区|地区|地址'
const PIECE = '(^|[\\s,;|])'

/** With a colon a label is one anywhere; without, only where a new piece begins. */
const NAME_LABEL = new RegExp(`${PIECE}(?:${NAME_LABELS})\\s*:?|(?:${NAME_LABELS})\\s*:`, 'g')
const OTHER_LABEL = new RegExp(
  [
    `${PIECE}(?:${PHONE_LABELS})(?:\\s*:|(?=[\\s+\\d]))`,
    `${PIECE}(?:${PLACE_LABELS})\\s*:?`,
    `(?:${PHONE_LABELS}|${PLACE_LABELS})\\s*:`,
  ].join('|'),
  'g',
)

/** A mobile number with or without its country, in groups or not, or at the end of other digits. */
const PHONE = /(^|[^\d])((?:(?:\+|00)?86[-\s]*)?1(?:[-\s]?\d){10})(?!\d)/
const LONG_DIGITS = /\d{12,}/

const SEPARATORS = /[\n\t,;|、。]+/
const BLANKS = /\s+/
/** What people put before an address that is no part of it. */
const BEFORE_ADDRESS = /(?:请?(?:送|寄|发)(?:到|往|至)|中国)\s*$/

/**
 * Name, phone and address in a text as people paste it: in any order, with or without labels,
 * punctuation and line ends. What is not found is absent. Nothing is certain here, so the fields
 * are shown for checking.
 */
export function recogniseAddress(pasted: string, regions: readonly Region[]): Partial<Address> {
  const text = tidyText(pasted.normalize('NFKC'))
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(NAME_LABEL, (_label, before = '') => `${before}${CUT}${NAME_MARK}`)
    .replace(OTHER_LABEL, CUT)
  const { phone, rest } = takePhone(text)
  const region = findRegion(rest, regions)
  const { name, street } = region ? aroundRegion(rest, region) : withoutRegion(rest)
  const { province = '', city = '', district = '' } = region ?? {}
  const found = { name, phone, province, city, district, street }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== ''))
}

function takePhone(text: string): { phone: string; rest: string } {
  const match = PHONE.exec(text)
  if (match) {
    const [whole, before = '', written = ''] = match
    const phone = mobileOf(written)
    if (phone !== null) return { phone, rest: text.replace(whole, `${before}${CUT}`) }
  }
  // A house number and a phone number without anything between: the phone is at one of the ends.
  const [digits = ''] = LONG_DIGITS.exec(text) ?? []
  const [head, tail] = [digits.slice(0, 11), digits.slice(-11)]
  const phone = [tail, head].find((one) => /^1[3-9]/.test(one) && one.length === 11)
  return phone === undefined ? { phone: '', rest: text } : { phone, rest: text.replace(phone, CUT) }
}

type NameAndStreet = { name: string; street: string }

/** One piece of the text; `isApart`: nothing of the region stands in it. */
type Piece = { text: string; isApart: boolean }

function aroundRegion(text: string, { from, to }: FoundRegion): NameAndStreet {
  const before = piecesOf(text.slice(0, from).replace(BEFORE_ADDRESS, ''))
  const after = piecesOf(text.slice(to))
  const touches = !SEPARATORS.test(text.charAt(to)) && after.length > 0
  const pieces = [
    ...before.map((one) => ({ text: one, isApart: true })),
    ...after.map((one, at) => ({ text: one, isApart: at > 0 || !touches })),
  ]
  return named(pieces, before.length > 0)
}

const withoutRegion = (text: string): NameAndStreet =>
  named(
    piecesOf(text).map((one) => ({ text: one, isApart: true })),
    true,
  )

const piecesOf = (text: string): string[] =>
  text
    .split(SEPARATORS)
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== NAME_MARK)

/** Parts the name from the street: a labelled piece, else the likeliest, else the text's end. */
function named(pieces: readonly Piece[], hasBefore: boolean): NameAndStreet {
  const labelled = pieces.find(({ text }) => text.startsWith(NAME_MARK))
  if (labelled) {
    const name = labelled.text.slice(NAME_MARK.length).trim()
    return { name, street: streetOf(pieces.filter((one) => one !== labelled)) }
  }
  const likeliest = pieces
    .filter(({ isApart }) => isApart)
    .map((piece) => ({ piece, likelihood: nameLikelihood(piece.text) }))
    .reduce<{ piece: Piece | null; likelihood: number }>(
      (best, one) => (one.likelihood > best.likelihood ? one : best),
      { piece: null, likelihood: 0 },
    )
  if (likeliest.piece) {
    const { piece } = likeliest
    return { name: piece.text, street: streetOf(pieces.filter((one) => one !== piece)) }
  }
  return nameInside(pieces, hasBefore)
}

/** A name within a piece: before the first blank, after the last, or behind a house number. */
function nameInside(pieces: readonly Piece[], hasBefore: boolean): NameAndStreet {
  const whole = pieces.map(({ text }) => text)
  for (const [at, text] of whole.entries()) {
    const words = text.split(BLANKS)
    const ends = hasBefore && at === 0 ? [0, words.length - 1] : [words.length - 1]
    const place = ends.find((end) => words.length > 1 && nameLikelihood(words[end] ?? '') > 1)
    const glued = place === undefined ? gluedName(text) : null
    const name = place === undefined ? glued : words[place]
    if (!name) continue
    const rest =
      place === undefined
        ? text.slice(0, -name.length)
        : words.filter((_, n) => n !== place).join(' ')
    return { name, street: joined(whole.map((one, n) => (n === at ? rest : one))) }
  }
  return { name: '', street: joined(whole) }
}

const streetOf = (pieces: readonly Piece[]) => joined(pieces.map(({ text }) => text))

const joined = (texts: readonly string[]): string =>
  texts
    .map((one) =>
      one
        .replaceAll(NAME_MARK, '')
        .replace(/^[\s/·:-]+/, '')
        .trim(),
    )
    .filter((one) => one !== '')
    .join(' ')

/** Usual surnames: those of two characters, and those of one, the most frequent first. */
const DOUBLE_SURNAMES = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木'
const SURNAMES = [
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷',
  '侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉',
  '骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄',
  '丛仲虞敖巩明佘池查麻苑迟',
].join('')
const SURNAME = new RegExp(`^(?:${DOUBLE_SURNAMES}|[${SURNAMES}])`)
const TITLED = /(?:先生|女士|小姐|老师|同学|阿姨|叔叔|经理|师傅)$/
const PLACE_ENDINGS = [
  '路|街|道|巷|弄|号|室|栋|幢|楼|层|座|单元|村|镇|乡|组|队|里|区|苑|园|城|厦',
  '广场|中心|店|厂|校|院|公司|大学|学校|医院|超市|驿站|市|县|省|桥|门|湾|府|邸|居|庭|墅|期',
]
const PLACE_ENDING = new RegExp(`(?:${PLACE_ENDINGS.join('|')})$`)

/** 0: no name; 3: a surname with one to three characters, or somebody's title. */
function nameLikelihood(text: string): number {
  if (/\d/.test(text)) return 0
  if (/^[\u3400-\u9fff·]{1,12}$/u.test(text)) {
    if (TITLED.test(text)) return 3
    const isPlace = PLACE_ENDING.test(text)
    if (SURNAME.test(text) && text.length >= 2 && text.length <= 4) return isPlace ? 1 : 3
    return isPlace || text.length > 6 ? 0 : 1
  }
  return /^[a-z][a-z.' ]{0,30}$/i.test(text) ? 2 : 0
}

/** What can end an address: a name behind it begins somewhere else. */
const ADDRESS_END = /[号室栋幢楼层座元户\dA-Za-z]$/
/** Characters of a name that is written on, the longest first. */
const GLUED_LENGTHS = [4, 3, 2]

/** A name that follows a house number without anything between: `文三路478号林晚`. */
function gluedName(text: string): string | null {
  const found = GLUED_LENGTHS.map((length) => text.slice(-length)).find(
    (name) =>
      ADDRESS_END.test(text.slice(0, text.length - name.length)) && nameLikelihood(name) === 3,
  )
  return found ?? null
}
